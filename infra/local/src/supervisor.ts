import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from './progress';
import { SetupError } from './setup-error';
import type { ProcessPlan } from './supervised-process';
import { SupervisedProcess } from './supervised-process';

const largestLogBytes = 20 * 1024 * 1024;

/** What is ended together (a second replica with the first), in this order: first who takes requests in, last who keeps what they wrote. */
const endingOrder: readonly (readonly string[])[] = [
  ['gateway'],
  ['accounts', 'achievements', 'notifications', 'worker'],
  ['mail'],
  ['temporal'],
  ['mariadb'],
];

/** The processes of one stack: starts them, starts again what dies, ends them in reverse. */
export class Supervisor {
  private readonly processes: SupervisedProcess[] = [];
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly directory: string,
    private readonly supervise: boolean,
    private readonly log: Log,
  ) {}

  get all(): readonly SupervisedProcess[] {
    return this.processes;
  }

  async start(plan: ProcessPlan): Promise<void> {
    if (this.stopping !== undefined) {
      throw new SetupError(`${plan.name} was not started, since the stack is stopping`);
    }
    const logFile = join(this.directory, 'logs', `${plan.name}.log`);
    setAside(logFile);
    const { directory, supervise, log } = this;
    const process = new SupervisedProcess(plan, { directory, logFile, supervise, log });
    this.processes.push(process);
    await process.start();
    this.log(`${plan.name} is ready (process ${process.pid})`);
  }

  find(name: string): SupervisedProcess | undefined {
    return this.processes.find((process) => process.name === name);
  }

  require(name: string): SupervisedProcess {
    const found = this.find(name);
    if (found === undefined) {
      throw new SetupError(`${name} is not part of this stack`);
    }
    return found;
  }

  /** Asked twice, it ends everything once. */
  stop(): Promise<void> {
    this.stopping ??= this.stopInOrder();
    return this.stopping;
  }

  private async stopInOrder(): Promise<void> {
    for (const group of endingOrder) {
      await this.stopAll(this.processes.filter(({ name }) => group.includes(firstOf(name))));
    }
    await this.stopAll(this.processes.filter(({ name }) => !endingOrder.flat().includes(firstOf(name))));
  }

  private async stopAll(processes: readonly SupervisedProcess[]): Promise<void> {
    if (processes.length > 0) {
      this.log(`stopping ${processes.map(({ name }) => name).join(', ')}`);
      await Promise.all(processes.map((process) => process.stop()));
    }
  }
}

const firstOf = (name: string): string => name.replace(/-2$/, '');

/** A log that has grown large becomes `<name>.log.1`; the one before it goes. */
const setAside = (logFile: string): void => {
  if (existsSync(logFile) && statSync(logFile).size > largestLogBytes) {
    renameSync(logFile, `${logFile}.1`);
  }
};
