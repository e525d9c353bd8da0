import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StackAddresses } from '@dengke/local';
import { lastLines, repositoryRoot, runProgram, SetupError } from '@dengke/local';

const worker = join(repositoryRoot, 'workflows', 'worker', 'dist');
const bundleName = 'workflow-bundle.js';
/** Within the checkout, where its packages are found. */
const folderOf = (name: string): string => join(repositoryRoot, '.dengke', 'drill-upgrade', name);

/** A line of the submission's workflow, and what stands there in another version of the house. */
export type Edit = readonly [file: string, was: string, is: string];

/** The workflow worker of one version of the house, in a folder of its own; runs as a process, as it does in production. */
export class WorkerBuild {
  private process: ChildProcess | undefined;

  private constructor(
    readonly name: string,
    private readonly folder: string,
  ) {}

  /** @param edits none: the code of this checkout */
  static async made(name: string, edits: readonly Edit[]): Promise<WorkerBuild> {
    const folder = folderOf(name);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await Promise.all(
      (await readdir(worker)).filter((file) => file.endsWith('.js')).map((file) => cp(join(worker, file), join(folder, file))),
    );
    if (edits.length > 0) {
      await bundle(folder, edits);
    }
    return new WorkerBuild(name, folder);
  }

  get bundle(): string {
    return join(this.folder, bundleName);
  }

  /** Resolves once it takes tasks. */
  async start({ temporalAddress, payloadKeysFile }: StackAddresses): Promise<void> {
    const told = { DENGKE_TEMPORAL_ADDRESS: temporalAddress, DENGKE_PAYLOAD_KEYS_FILE: payloadKeysFile };
    const env = { ...process.env, ...told, DENGKE_PORT: '0', DENGKE_LOG_LEVEL: 'info' };
    const child = spawn(process.execPath, [join(this.folder, 'main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.process = child;
    await new Promise<void>((follows, failed) => {
      child.stdout.on('data', (chunk) => String(chunk).includes('workflows are followed') && follows());
      child.once('close', () => failed(new SetupError(`worker ${this.name} ended before it took tasks`)));
    });
  }

  /** Lets it finish what it has begun. */
  async stop(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (child !== undefined && child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
  }
}

async function bundle(folder: string, edits: readonly Edit[]): Promise<void> {
  const sources = join(folder, 'workflows');
  const notCode = /\/(worker|testing|node_modules|dist)$|\.spec\.ts$/;
  await cp(join(repositoryRoot, 'workflows'), sources, { recursive: true, filter: (path) => !notCode.test(path) });
  for (const [file, was, is] of edits) {
    const text = await readFile(join(sources, file), 'utf8');
    if (!text.includes(was)) {
      throw new SetupError(`${file} has no longer the line that the drill changes: ${was}`);
    }
    await writeFile(join(sources, file), text.replace(was, is));
  }
  const program = [join(worker, 'build-bundle.js'), join(sources, 'index.ts'), join(folder, bundleName)];
  const { code, output } = await runProgram(process.execPath, program, { cwd: repositoryRoot });
  if (code !== 0) {
    throw new SetupError(`the bundle was not built: ${lastLines(output, 15)}`);
  }
}
