import type { SubmissionAct } from '@dengke/contract';
import { demonstrationPeople, Walk } from '@dengke/e2e';
import type { Part, Walked } from '@dengke/e2e';

/** Where a walk stops: before this act of this person. */
export type Halt = readonly [SubmissionAct, Part];

/** Every place where a submission of R-city waits for somebody. */
export const halts: readonly Halt[] = [
  ['open', 'unit'],
  ['release', 'unit'],
  ['open', 'municipal'],
  ['recommend', 'municipal'],
  ['open', 'organiser'],
  ['recommend', 'organiser'],
  ['open', 'department'],
  ['approve', 'department'],
  ['acknowledge', 'ministry'],
];

class Halted extends Error {}

/** A submission that stands before an act. @returns its serial */
export async function standing(address: string, [act, part]: Halt): Promise<string> {
  let stands = '';
  const before = (next: SubmissionAct, by: Part, serial: string | null): void => {
    if (next === act && by === part) {
      stands = serial ?? '';
      throw new Halted();
    }
  };
  try {
    await new Walk({ address, people: await demonstrationPeople(), before }).toTheEnd();
  } catch (error) {
    if (!(error instanceof Halted)) {
      throw error;
    }
  }
  return stands;
}

/** One that walks to its end, waiting once before an act until it is let go on. */
export async function halting(address: string, [act, part]: Halt, untilLetGo: (serial: string) => Promise<void>): Promise<Walked> {
  let hasHalted = false;
  const before = async (next: SubmissionAct, by: Part, serial: string | null): Promise<void> => {
    if (!hasHalted && next === act && by === part) {
      hasHalted = true;
      await untilLetGo(serial ?? '');
    }
  };
  return new Walk({ address, people: await demonstrationPeople(), before }).toTheEnd();
}

export const toTheEnd = async (address: string): Promise<Walked> => new Walk({ address, people: await demonstrationPeople() }).toTheEnd();
