import type { draft as zh } from '../zh/draft';
import type { SameWords } from '../words';

export const draft: SameWords<typeof zh> = {
  begin: 'New form',
};
