import { filledFields, schemaFor } from './schemas';
import { readForm, shapeFaults } from './shape';

const applied = schemaFor('applied', 2023);
const faults = (form: unknown): string[] => shapeFaults(applied, form).map(({ field, reason }) => `${field} ${reason}`);

describe('the shape of a form', () => {
  it('is right while nothing has been answered yet, also within a row just begun', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ units: [{}], completers: [{ name: '' }], funding: [{}], contactPhone: '', clcNumber: '' })).toEqual([]);
  });

  it.each([
    ['a number for a name', { name: 7 }, 'name isString'],
    ['a day of February that is none', { evaluatedOn: '2023-02-30' }, 'evaluatedOn isPlainDate'],
    ['a code of no list', { attribute: '7' }, 'attribute isIn'],
    ['a discipline of another level head', { disciplines: ['999'] }, 'disciplines isIn'],
    ['half a level of a discipline', { disciplines: ['5101'] }, 'disciplines isIn'],
    ['a fourth discipline', { disciplines: ['110', '120', '130', '140'] }, 'disciplines arrayMaxSize'],
    ['a mode twice', { transferModes: ['1', '1'] }, 'transferModes arrayUnique'],
    ['thousandths of 万元', { newRevenue: '1.234' }, 'newRevenue isAmount'],
    ['amounts in a row', { funding: [{ source: '01', amount: '-1' }] }, 'funding[0].amount isAmount'],
    ['another category’s field', { papers: [] }, 'papers unknown'],
    ['what the system fills in', { registrationNumber: '1' }, 'registrationNumber unknown'],
    ['a class mark of no class', { clcNumber: 'L7' }, 'clcNumber matches'],
    ['a mail without its place', { units: [{ email: 'someone' }] }, 'units[0].email matches'],
    ['a part of a row that is not listed', { completers: [{ idCard: '1' }] }, 'completers[0].idCard unknown'],
    ['no form at all', [], ' isObject'],
  ])('is wrong for %s', (_, form, fault) => {
    expect(faults(form)).toEqual([fault]);
  });

  it('takes a discipline to any level, codes of units with spaces, amounts as numbers, and stores each one way', () => {
    const { form } = readForm(applied, {
      disciplines: ['510', '51010', '5101010'],
      units: [{ uscc: ' 9114 0403 dm00 0001 34' }],
      newTax: 20.5,
    });
    expect(form).toEqual({ disciplines: ['510', '51010', '5101010'], units: [{ uscc: '91140403DM00000134' }], newTax: '20.5' });
  });

  it('keeps nothing that is not listed, whatever it is called', () => {
    const given = JSON.parse('{"__proto__": {"name": "甲"}, "constructor": 1, "toString": 2, "name": "乙"}') as unknown;
    const { form, faults: found } = readForm(applied, given);
    expect(form).toEqual({ name: '乙' });
    expect(found.map(({ field }) => field)).toEqual(['__proto__', 'constructor', 'toString']);
  });

  it('is judged in time that does not grow out of hand with what was given', () => {
    const long = 'a'.repeat(200_000);
    const started = process.cpuUsage();
    for (const { key } of filledFields(applied)) {
      shapeFaults(applied, { [key]: long, units: [{ phone: `${'1'.repeat(39)}x`, email: `${'a@'.repeat(50)}` }] });
    }
    // What was computed, whoever else is at the machine, in microseconds.
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});
