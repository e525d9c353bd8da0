import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How often each of some processes waits for the disk while something is done; null where strace is not installed. */
export async function countFsyncs<Name extends string>(
  of: Record<Name, number>,
  work: () => Promise<unknown>,
): Promise<Record<Name, number> | null> {
  const watched = await Promise.all(Object.entries<number>(of).map(async ([name, pid]) => ({ name, watching: await watch(pid) })));
  await work();
  const counts = await Promise.all(watched.map(async ({ name, watching }) => [name, await watching?.()] as const));
  return counts.some(([, count]) => count === undefined) ? null : (Object.fromEntries(counts) as Record<Name, number>);
}

/** @returns what ends it and says how many there were */
async function watch(pid: number): Promise<(() => Promise<number>) | undefined> {
  const strace = spawn('strace', ['-f', '-e', 'trace=fsync,fdatasync', '-p', String(pid)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  strace.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  const isThere = await Promise.race([once(strace, 'error').then(() => false), once(strace.stderr, 'data').then(() => true)]);
  if (!isThere) {
    return undefined;
  }
  return async () => {
    strace.kill('SIGINT');
    await once(strace, 'close');
    return (said.match(/\bf(?:data)?sync\(/g) ?? []).length;
  };
}
