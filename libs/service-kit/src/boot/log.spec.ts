import { QueryFailedError } from 'typeorm';
import { faultFields } from './log';

describe('what is logged of an unforeseen error', () => {
  it('says its kind and place, and its words where they are ours', () => {
    const fields = faultFields(new TypeError('no desk'));

    expect(fields).toMatchObject({ error: 'TypeError', message: 'no desk' });
    expect(JSON.stringify(fields['frames'])).toContain('log.spec');
  });

  it('leaves out words that quote values: a driver’s, a parser’s', () => {
    const driver = Object.assign(new Error("Duplicate entry '13900000000' for key 'uq_person_mobile'"), {
      errno: 1062,
      code: 'ER_DUP_ENTRY',
    });
    const inQuery = new QueryFailedError('INSERT INTO person VALUES (?)', ['13900000000'], driver);
    const inJson = parseFault('{"mobile":"13900000000"');

    for (const error of [driver, inQuery, inJson]) {
      expect(JSON.stringify(faultFields(error))).not.toContain('13900000000');
    }
    expect(faultFields(inQuery)).toMatchObject({ error: 'QueryFailedError', code: 'ER_DUP_ENTRY' });
  });
});

function parseFault(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
