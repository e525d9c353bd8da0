import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { forgetProcess, recordProcess } from './pid-files';
import { poll } from './poll';
import type { Log } from './progress';
import { endingWithUs, lastLines } from './run-program';
import { SetupError } from './setup-error';

export interface ProcessPlan {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Asked until it answers yes; a rejection is a no. */
  readonly isReady: () => Promise<boolean>;
  readonly readyWithinMs: number;
  /** Time for an orderly end after SIGTERM. */
  readonly endWithinMs: number;
  /** False for what cannot go on after a death, as the time-skipping server, whose state is in its memory. */
  readonly restartable: boolean;
  /** Once it is ready it gives way to the others while the processors are busy (`nice`): nobody waits for it. While it starts it would never come up. */
  readonly givesWay?: boolean;
  /** Clears away what a killed predecessor left, before each start. */
  readonly beforeStart?: () => Promise<void>;
}

export interface Surroundings {
  /** Directory of the stack: pid files and logs. */
  readonly directory: string;
  readonly logFile: string;
  readonly supervise: boolean;
  readonly log: Log;
}

const firstBackoffMs = 100;
const longestBackoffMs = 5_000;
/** Who lived this long starts again without delay. */
const soundAfterMs = 10_000;

/** One process that is started, watched, started again when it dies, and ended in order. */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private isStopping = false;
  private isReadyNow = false;
  private backoffMs = firstBackoffMs;
  private startedAt = 0;
  private restartCount = 0;
  private readonly ending = new AbortController();

  constructor(
    private readonly plan: ProcessPlan,
    private readonly surroundings: Surroundings,
  ) {}

  get name(): string {
    return this.plan.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get restarts(): number {
    return this.restartCount;
  }

  /** Whether the present process has answered as ready since it was started. */
  get ready(): boolean {
    return this.isReadyNow;
  }

  /** Starts it and waits until it is ready; rejects with the end of its log when it dies or takes too long. */
  async start(): Promise<void> {
    await this.launch();
    if (!(await this.becomeReady(this.plan.readyWithinMs))) {
      const tail = lastLines(readFileSync(this.surroundings.logFile, 'utf8'), 15);
      throw new SetupError(`${this.name} did not become ready; the end of ${this.surroundings.logFile}:\n${tail}`);
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** Ends it: SIGTERM, and after its time SIGKILL for it and whatever it started. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.ending.abort();
    const child = this.child;
    if (child?.pid === undefined) {
      return;
    }
    child.kill('SIGTERM');
    if (!(await poll(() => this.child === undefined, { withinMs: this.plan.endWithinMs }))) {
      this.surroundings.log(`${this.name} did not end within ${this.plan.endWithinMs / 1000} s and is killed`);
      killGroup(child.pid);
      await poll(() => this.child === undefined, { withinMs: 5_000 });
    }
  }

  private async launch(): Promise<void> {
    await this.plan.beforeStart?.();
    if (this.isStopping) {
      return;
    }
    const output = openSync(this.surroundings.logFile, 'a', 0o600);
    const [command, args] = endingWithUs(this.plan.command, this.plan.args);
    // A group of its own, so that Ctrl-C reaches only the supervisor, which then ends all in order.
    const child = spawn(command, args, { env: this.plan.env, stdio: ['ignore', output, output], detached: true });
    closeSync(output);
    this.child = child;
    this.startedAt = performance.now();
    child.once('error', () => this.hasEnded(child, 'could not be started'));
    child.once('exit', (code, signal) => this.hasEnded(child, signal ?? `exit code ${code}`));
    if (child.pid !== undefined) {
      recordProcess(this.surroundings.directory, this.name, child.pid, this.restartCount);
    }
  }

  private async becomeReady(withinMs: number): Promise<boolean> {
    const child = this.child;
    const isGone = (): boolean => child === undefined || this.child !== child;
    const answersReady = (): Promise<boolean> => this.plan.isReady().catch(() => false);
    await poll(async () => isGone() || this.isStopping || (this.isReadyNow = await answersReady()), { withinMs, everyMs: 100 });
    this.isReadyNow &&= !isGone();
    if (this.isReadyNow && this.plan.givesWay === true && child?.pid !== undefined) {
      setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    }
    return this.isReadyNow;
  }

  private hasEnded(child: ChildProcess, how: string): void {
    if (this.child !== child) {
      return;
    }
    this.child = undefined;
    forgetProcess(this.surroundings.directory, this.name);
    const wasReady = this.isReadyNow || this.restartCount > 0;
    this.isReadyNow = false;
    if (this.isStopping) {
      return;
    }
    this.surroundings.log(`${this.name} died (${how})`);
    if (wasReady && this.surroundings.supervise && this.plan.restartable) {
      this.startAgain().catch((error: unknown) => this.surroundings.log(`${this.name} cannot be started again: ${String(error)}`));
    }
  }

  private async startAgain(): Promise<void> {
    const hadBeenSound = performance.now() - this.startedAt > soundAfterMs;
    this.backoffMs = hadBeenSound ? firstBackoffMs : Math.min(this.backoffMs * 2, longestBackoffMs);
    try {
      await pause(this.backoffMs, undefined, { signal: this.ending.signal });
    } catch {
      return;
    }
    this.restartCount += 1;
    try {
      await this.launch();
    } catch (error) {
      this.surroundings.log(`${this.name} cannot be started and is tried again: ${String(error)}`);
      return this.child === undefined ? this.startAgain() : undefined;
    }
    if (await this.becomeReady(Infinity)) {
      this.surroundings.log(`${this.name} is ready again (restart ${this.restartCount}, process ${this.pid})`);
    }
  }
}

const killGroup = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended between the last look and now.
  }
};
