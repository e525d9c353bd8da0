import { correctionStates } from '@dengke/contract';
import type { CorrectionFact } from '@dengke/contract';
import { setCurrentDetails } from '@temporalio/workflow';
import { journal, waiting } from '../following/board';
import type { Journey } from '../following/journey';
import { SearchAttributeBoard } from '../following/search-attributes';

/** What operators see of a correction in the Temporal UI: where it stands and by when, never what is corrected. */
export function correctionBoard(): (journey: Journey<CorrectionFact>) => void {
  const attributes = new SearchAttributeBoard();
  return (journey) => {
    const { state, serial, deskId, number, dueAt } = journey.last;
    attributes.show({ Organiser: deskId, LastFact: number, DueAt: dueAt });
    const standing = `**${correctionStates[state].label}** · ${serial} · \`${deskId}\``;
    setCurrentDetails([standing, waiting(journey), journal(journey)].join('\n\n'));
  };
}
