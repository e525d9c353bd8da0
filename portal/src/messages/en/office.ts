import type { office as zh } from '../zh/office';
import type { SameWords } from '../words';

export const office: SameWords<typeof zh> = {
  outcomes: 'Done: {{done}} of {{count}}',
  outcome: { done: 'done', unchanged: 'was done before' },
};
