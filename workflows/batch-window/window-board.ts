import { windowStates } from '@dengke/contract';
import type { WindowFact } from '@dengke/contract';
import { setCurrentDetails } from '@temporalio/workflow';
import { journal, waiting } from '../following/board';
import type { Journey } from '../following/journey';
import { SearchAttributeBoard } from '../following/search-attributes';

/** What operators see of a window in the Temporal UI. */
export function windowBoard(): (journey: Journey<WindowFact>) => void {
  const attributes = new SearchAttributeBoard();
  return (journey) => {
    const { windowId, state, number, opensAt, cutOffs, paperFromAt, paperToAt } = journey.last;
    attributes.show({ Window: windowId, LastFact: number, DueAt: journey.deadline?.at ?? null });
    const dates = `Opens ${opensAt} · cut-offs ${cutOffs.join(', ')} · paper ${paperFromAt} to ${paperToAt}`;
    setCurrentDetails([`**${windowStates[state].label}**`, dates, waiting(journey), journal(journey)].join('\n\n'));
  };
}
