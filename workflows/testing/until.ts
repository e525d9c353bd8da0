import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 30_000;

/** Polls a condition in host time. @throws naming what did not come true */
export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const end = process.hrtime.bigint() + BigInt(patienceMs) * 1_000_000n;
  while (!(await condition())) {
    if (process.hrtime.bigint() > end) {
      throw new Error(`Not within ${patienceMs / 1_000} s: ${what}`);
    }
    await pause(15);
  }
}
