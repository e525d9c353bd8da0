import type { submit as zh } from '../zh/submit';
import type { SameWords } from '../words';

export const submit: SameWords<typeof zh> = {
  achievements: 'My achievements',
  begin: 'New form',
  drafts: 'Drafts',
  submitted: 'Submitted',
  none: 'No achievements yet',
  noneHint: 'Begin a form: what you type is kept by itself, and you can go on at any time.',
  unnamed: '(no name yet)',
  changedAt: 'last changed {{at}}',
  goOn: 'Go on',
  open: 'See where it stands',
  mend: 'Mend what was returned',
  expected: {
    draft: 'You fill it in and submit it',
    returned: 'You mend what was returned and submit again',
    waiting: 'Waits for: {{desk}}. Nothing for you to do',
    'in-publicity': 'In publicity. Nothing for you to do',
    suspected: 'Stopped for a secrecy check',
    registered: 'Has its number; it will be reported up',
    over: 'Closed',
  },
};
