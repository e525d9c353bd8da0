import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer satisfies. @throws Error with the last answer when it does not within the time */
export async function pollUntil<T>(
  what: string,
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  withinMillis = 60_000,
): Promise<T> {
  const deadline = Date.now() + withinMillis;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${withinMillis / 1000} s in vain until ${what}; last: ${JSON.stringify(answer)}`);
    }
    await pause(100);
  }
}
