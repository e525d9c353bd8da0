import type { Step } from './scenario';

const LANES = 6;
/** Everybody's, before and after which nothing else happens at that moment. */
const concernsAll = new Set(['announce', 'transfer', 'daysOff']);

/** `s7-again` is `s7` once more. */
const achievementOf = (ref: string): string => ref.replace(/-again$/, '');

/**
 * Does the steps of one instant as people do them, side by side: those of one achievement one after the other, those of different ones a few at a time.
 * @throws what a step throws; steps that are under way then go on
 */
export async function atOnce(steps: readonly Step[], does: (step: Step) => Promise<void>): Promise<void> {
  let waiting = new Map<string, Step[]>();
  const settle = async (): Promise<void> => {
    const chains = [...waiting.values()];
    waiting = new Map();
    await Promise.all(Array.from({ length: LANES }, () => lane(chains, does)));
  };
  for (const step of steps) {
    const [time, who, what, refs, ...refusal] = step;
    if (concernsAll.has(what)) {
      await settle();
      await does(step);
      continue;
    }
    for (const ref of refs) {
      const chain = waiting.get(achievementOf(ref)) ?? [];
      waiting.set(achievementOf(ref), [...chain, [time, who, what, [ref], ...refusal]]);
    }
  }
  await settle();
}

async function lane(chains: Step[][], does: (step: Step) => Promise<void>): Promise<void> {
  for (let chain = chains.shift(); chain !== undefined; chain = chains.shift()) {
    for (const step of chain) {
      await does(step);
    }
  }
}
