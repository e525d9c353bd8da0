import type { entries as zh } from '../zh/entries';
import type { SameWords } from '../words';

export const entries: SameWords<typeof zh> = {
  columns: { name: 'Achievement', serial: 'Serial', as: 'Named as', standing: 'State' },
  title: 'Where I am named',
  none: 'No submission of others names you or your unit.',
  as: { unit: 'The entry of the unit', completer: 'Your own entry', colleague: 'Entry of one of your people' },
  rank: 'place {{rank}}',
  place: 'Place',
  standings: { unanswered: 'unanswered', confirmed: 'confirmed', disputed: 'disputed', explained: 'explained', decided: 'decided' },
  openHint: 'Serial {{serial}}. The unit has not released it: confirm the entry, or dispute it.',
  closedHint: 'Serial {{serial}}. The unit has released it: it cannot be disputed any more.',
  namedNoMore: 'The form names it no more.',
  words: 'What was said',
  acts: { confirmEntry: 'confirmed', dispute: 'disputed', settleDispute: 'answered' },
  identify: 'This is the one',
  identifyHint:
    'The form says that this is one of your people. Say which: from then on that person confirms or disputes, and the submitting unit does not learn whether there is a login. Where there is none, confirm it yourself; dispute it where it is nobody of yours.',
  identified: 'This is {{name}}, who confirms or disputes it.',
  whoIsIt: 'One of our people',
  confirm: 'The entry is right',
  dispute: 'Dispute it',
  disputeHint: 'The unit explains; the department decides what stays disputed.',
};
