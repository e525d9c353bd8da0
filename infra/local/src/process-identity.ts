import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/**
 * A process beyond doubt: its id and when it was started. Ids are given out again, so a recorded id alone may name
 * somebody else's process.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

export const identify = (pid: number): ProcessIdentity | undefined => {
  const started = existsSync('/proc/self/stat') ? startedByProc(pid) : startedByPs(pid);
  return started === undefined ? undefined : { pid, started };
};

export const isAlive = (identity: ProcessIdentity): boolean => identify(identity.pid)?.started === identity.started;

/** Clock ticks since boot (field 22 of stat, counted after the command's closing bracket) and the boot they belong to. */
const startedByProc = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isGone = fields[0] === 'Z' || fields[0] === 'X';
    return isGone ? undefined : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return undefined;
  }
};

const startedByPs = (pid: number): string | undefined => {
  const found = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const started = found.stdout.trim();
  return found.status === 0 && started !== '' ? started : undefined;
};
