import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { repositoryRoot } from '../repository';
import { endingWithUs } from '../run-program';

const longestMs = 30 * 60_000;

export interface LoggedProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
}

/** Runs a program in the repository with its output in a log, told line by line; resolves with its exit code, 124 when it took too long. */
export const runLogged = ({ command, args, logFile, env, onLine }: LoggedProgram): Promise<number> =>
  new Promise((settle) => {
    const log = createWriteStream(logFile, { flags: 'a' });
    const child = spawn(...endingWithUs(command, args), {
      cwd: repositoryRoot,
      env: { ...process.env, FORCE_COLOR: '0', NX_DAEMON: 'false', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let rest = '';
    const take = (chunk: Buffer): void => {
      log.write(chunk);
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach((line) => onLine?.(line));
    };
    let tookTooLong = false;
    const limit = setTimeout(() => {
      tookTooLong = true;
      log.write(`\nended: it took longer than ${longestMs / 60_000} minutes\n`);
      child.kill('SIGKILL');
    }, longestMs);
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const end = (code: number): void => {
      clearTimeout(limit);
      log.end(() => settle(tookTooLong ? 124 : code));
    };
    child.once('error', (error) => {
      log.write(`${error.message}\n`);
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
