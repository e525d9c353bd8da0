import type { entries as zh } from '../zh/entries';
import type { SameWords } from '../words';

export const entries: SameWords<typeof zh> = {
  columns: { name: 'Achievement', serial: 'Serial', as: 'Named as', standing: 'State' },
  title: 'Where I am named',
  none: 'No submission of others names you or your unit.',
  as: { unit: 'The entry of the unit', completer: 'Your own entry' },
  rank: 'place {{rank}}',
  place: 'Place',
  standings: { unanswered: 'unanswered', confirmed: 'confirmed', disputed: 'disputed', explained: 'explained', decided: 'decided' },
  openHint: 'Serial {{serial}}. The unit has not released it: confirm the entry, or dispute it.',
  closedHint: 'Serial {{serial}}. The unit has released it: it cannot be disputed any more.',
  namedNoMore: 'The form names it no more.',
  words: 'What was said',
  acts: { confirmEntry: 'confirmed', dispute: 'disputed', settleDispute: 'answered' },
  confirm: 'The entry is right',
  dispute: 'Dispute it',
  disputeHint: 'The unit explains; the department decides what stays disputed.',
};
