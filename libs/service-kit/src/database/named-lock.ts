import type { QueryRunner } from 'typeorm';

/**
 * Runs `fn` while no other process of this service runs what bears the same name. The lock is the server's and goes with its connection, so
 * a killed process holds nothing.
 * @returns null when another process is at it
 */
export async function alone<T>(runner: QueryRunner, name: string, fn: () => Promise<T>): Promise<T | null> {
  const [lock] = await runner.manager.query<{ held: number | null }[]>("SELECT GET_LOCK(CONCAT(DATABASE(), '-', ?), 0) AS held", [name]);
  if (lock?.held !== 1) {
    return null;
  }
  try {
    return await fn();
  } finally {
    await runner.query("DO RELEASE_LOCK(CONCAT(DATABASE(), '-', ?))", [name]);
  }
}
