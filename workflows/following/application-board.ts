import { credentialApplicationStates, organiserApplicationStates } from '@dengke/contract';
import type { ApplicationFact } from '@dengke/contract';
import { setCurrentDetails } from '@temporalio/workflow';
import { journal, waiting } from './board';
import type { Journey } from './journey';
import { SearchAttributeBoard } from './search-attributes';

const states = { ...credentialApplicationStates, ...organiserApplicationStates };

/** What operators see of an application in the Temporal UI: where it stands and by when, never who applies. */
export function applicationBoard(): (journey: Journey<ApplicationFact>) => void {
  const attributes = new SearchAttributeBoard();
  return (journey) => {
    const { state, deskId, number, dueAt } = journey.last;
    attributes.show({ Organiser: deskId, LastFact: number, DueAt: dueAt });
    setCurrentDetails([`**${states[state].label}** · \`${deskId}\``, waiting(journey), journal(journey)].join('\n\n'));
  };
}
