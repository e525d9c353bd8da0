import type { forms as zh } from '../zh/forms';
import type { SameWords } from '../words';

export const forms: SameWords<typeof zh> = {
  reason: 'Reason',
  another: 'Another',
  choose: 'Choose',
  findOrganisation: 'By a part of the name, or of the unit’s code',
  noneFound: 'Nothing like that',
  kinds: {
    ministry: 'Ministry',
    department: 'Department',
    organiser: 'Organiser',
    municipal: 'Municipal bureau',
    county: 'County bureau',
    unit: 'Unit',
  },
};
