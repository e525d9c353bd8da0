import { setTimeout as pause } from 'node:timers/promises';
import { hasFollowed } from '@dengke/e2e';
import { poll } from '@dengke/local';
import type { Part, Stack } from '@dengke/local';
import type { Client } from '@temporalio/client';
import type { Traffic } from './traffic';

/** As long as the client’s own patience: who is not up again by then makes people lose their acts. */
const RECOVERS_WITHIN_MS = 120_000;

/**
 * Waits until people’s acts and workflows go on.
 * @param at milliseconds of `performance.now()`; acts that were sent earlier do not count
 * @returns seconds since then: to the answer to the first act, and until its workflow had taken it up
 */
export async function goesOn(
  { traffic, temporal }: { traffic: Traffic; temporal: Client },
  at: number,
): Promise<{ acknowledged: number; followed: number }> {
  const late = pause(RECOVERS_WITHIN_MS, null, { ref: false });
  const first = await Promise.race([traffic.next(at), late]);
  if (first === null) {
    throw new Error(`No act was answered within ${RECOVERS_WITHIN_MS / 1000} s`);
  }
  const acknowledged = (first.answeredAt - at) / 1000;
  if (!(await poll(() => hasFollowed(temporal, first.serial, first.fact), { withinMs: RECOVERS_WITHIN_MS }))) {
    throw new Error(`${first.serial} was not followed to ${first.fact} within ${RECOVERS_WITHIN_MS / 1000} s`);
  }
  return { acknowledged, followed: (performance.now() - at) / 1000 };
}

/** The process that is ready, once it is. */
export async function pidOf(stack: Stack, part: Part): Promise<number> {
  await stack.untilReady(part, RECOVERS_WITHIN_MS);
  const pid = stack.pid(part);
  if (pid === undefined) {
    throw new Error(`${part} does not run`);
  }
  return pid;
}

/** Waits until another process is ready in the place of the one that died. */
export async function startedAgain(stack: Stack, part: Part, died: number): Promise<void> {
  if (!(await poll(() => stack.pid(part) !== died && stack.pid(part) !== undefined, { withinMs: RECOVERS_WITHIN_MS }))) {
    throw new Error(`${part} was not started again`);
  }
  await stack.untilReady(part, RECOVERS_WITHIN_MS);
}
