import { readdir, readFile } from 'node:fs/promises';

/** The kernel counts in these on every Linux that Node runs on (`getconf CLK_TCK`). */
const ticksPerSecond = 100;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  /** Milliseconds of processor of its own and of children that ended and were waited for. */
  readonly spent: number;
}

/** One `/proc/<pid>/stat`; the name of a process may hold brackets and blanks, so fields are counted from its last bracket. */
export function statOf(line: string): Stat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { pid: Number.parseInt(line, 10), parent: Number(fields[1]), spent: (ticks / ticksPerSecond) * 1000 };
}

/** Milliseconds of processor of all that descends from a process, without itself: user and system, databases included. */
export function spentBelow(ancestor: number, stats: readonly Stat[]): number {
  return stats.filter(({ parent }) => parent === ancestor).reduce((sum, { pid, spent }) => sum + spent + spentBelow(pid, stats), 0);
}

/** Of one process that still runs, and of what it waited for. */
export const spentBy = async (pid: number): Promise<number> => statOf(await readFile(`/proc/${pid}/stat`, 'utf8')).spent;

/** Of all that this process started and that still runs. */
export async function spentByChildren(): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  // One that ends between the look and the reading has no file any more.
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return spentBelow(process.pid, lines.filter((line) => line !== '').map(statOf));
}
