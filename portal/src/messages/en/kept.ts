import type { kept as zh } from '../zh/kept';
import type { SameWords } from '../words';

export const kept: SameWords<typeof zh> = {
  thereAgain: 'What you had filled in and not sent is there again.',
  lacks: {
    contacts: 'Names and how to reach people were not kept: please fill them in again.',
    files: 'Files were not kept: please choose them again.',
  },
  beginAnew: 'Clear it and begin anew',
};
