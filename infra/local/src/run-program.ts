import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface ProgramResult {
  readonly code: number;
  /** Standard output and error as they came, cut to the last 64,000 characters where nothing else is said. */
  readonly output: string;
}

/** Runs a program to its end. Never rejects: a program that cannot be started has code 127. Of its output `mostCharacters` are kept. */
export const runProgram = (
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string; timeoutMs?: number; mostCharacters?: number } = {},
): Promise<ProgramResult> =>
  new Promise((settle) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs, killSignal: 'SIGKILL' as const }),
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-(options.mostCharacters ?? 64_000));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => settle({ code: 127, output: error.message }));
    child.on('close', (code) => settle({ code: code ?? 1, output }));
  });

/** Where server binaries lie although an ordinary user's PATH does not name the folder. */
const beyondPath = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin', '/usr/local/go/bin'];

/** Full path of a program on PATH or in the usual server folders. */
export const findProgram = (name: string): string | undefined => {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...beyondPath];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** How to start it so that, on Linux, the kernel ends it when this process dies, however it dies. */
export const endingWithUs = (command: string, args: readonly string[]): [string, string[]] => {
  const setpriv = process.platform === 'linux' ? findProgram('setpriv') : undefined;
  return setpriv === undefined ? [command, [...args]] : [setpriv, ['--pdeathsig', 'TERM', '--', command, ...args]];
};

export const lastLines = (text: string, count: number): string => text.trimEnd().split('\n').slice(-count).join('\n');
