import type { forms as zh } from '../zh/forms';
import type { SameWords } from '../words';

export const forms: SameWords<typeof zh> = {
  reason: 'Reason',
  another: 'Another',
  choose: 'Choose',
  findOrganisation: 'By a part of the name, or of the unit’s code',
  noneFound: 'Nothing like that',
  imports: {
    try: 'Try it out',
    do: 'Import',
    answered: 'Boxes read {{rows}}, errors {{errors}}.',
    report: 'Rows {{rows}}, errors {{errors}}, warnings {{warnings}}.',
    faults: 'By row',
    row: 'Row',
    field: 'Column',
    what: 'What is wrong',
    warning: 'warning',
  },
  kinds: {
    ministry: 'Ministry',
    department: 'Department',
    organiser: 'Organiser',
    municipal: 'Municipal bureau',
    county: 'County bureau',
    unit: 'Unit',
  },
};
