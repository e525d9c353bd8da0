import type { Journey } from './journey';
import type { NumberedFact } from './facts';

/** By when something happens by itself, and why; or why it does not. */
export function waiting<F extends NumberedFact>({ deadline, pausedFor, refused, isHeld }: Journey<F>): string {
  const due = deadline === null ? 'Waits for nothing that is due.' : `Until **${deadline.at}**: ${deadline.meaning}.`;
  if (!isHeld) {
    return due;
  }
  return pausedFor === undefined ? `${due} Refused: **${refused?.code ?? ''}**; \`resume\` tries again.` : `${due} Paused: ${pausedFor}`;
}

/** The latest facts, newest first. */
export function journal<F extends NumberedFact>({ facts }: Journey<F>): string {
  return facts.recent.map(({ number, at, act }) => `${number}. ${at} ${act}`).join('\n');
}
