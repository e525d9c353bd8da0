import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is yes (true) or the time is over (false). */
export const poll = async (
  question: () => boolean | Promise<boolean>,
  { withinMs, everyMs = 50 }: { withinMs: number; everyMs?: number },
): Promise<boolean> => {
  const until = performance.now() + withinMs;
  for (;;) {
    if (await question()) {
      return true;
    }
    if (performance.now() >= until) {
      return false;
    }
    await pause(everyMs);
  }
};
