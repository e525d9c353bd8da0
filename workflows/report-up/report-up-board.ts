import { reportBundleStates } from '@dengke/contract';
import type { Instant, ReportUpFact } from '@dengke/contract';
import { setCurrentDetails } from '@temporalio/workflow';
import { journal, waiting } from '../following/board';
import type { Journey } from '../following/journey';
import { SearchAttributeBoard } from '../following/search-attributes';

/** How sending and asking go. */
export interface Trying {
  nextAt: Instant | null;
  /** Why the last try brought nothing, in one word. */
  fault: string | null;
  inVain: number;
}

/** What operators see of a bundle in the Temporal UI: how many items stand where, and what keeps it. */
export function reportUpBoard(trying: Trying): (journey: Journey<ReportUpFact>) => void {
  const attributes = new SearchAttributeBoard();
  return (journey) => {
    const { state, number, items } = journey.last;
    attributes.show({ LastFact: number });
    const sent = items.waiting + items.acknowledged + items.returned;
    const counts = `${sent} items · ${items.acknowledged} acknowledged · ${items.returned} returned · ${items.waiting} waiting`;
    const fault = trying.fault === null ? [] : [`Tried ${trying.inVain} times in vain, the last time: **${trying.fault}**.`];
    setCurrentDetails([`**${reportBundleStates[state].label}**`, counts, ...fault, waiting(journey), journal(journey)].join('\n\n'));
  };
}
