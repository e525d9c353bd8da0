import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeyFile, withNewKey, writeKeyFile } from './keyring';
import { PersonalData } from './personal-data';

describe('personal data at rest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dengke-keys-'));
  const path = join(folder, 'keys.json');
  let personal: PersonalData;
  const rotate = () => writeKeyFile(path, withNewKey(readKeyFile(path)));

  beforeEach(() => {
    writeKeyFile(path, withNewKey({ keys: {} }));
    personal = PersonalData.from(path);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is SM4-CTR with HMAC-SM3: says which key, tells nothing else, and is another text each time', () => {
    const [one, other] = [personal.seal('person.mobile', 'p1', '13912341234'), personal.seal('person.mobile', 'p1', '13912341234')];

    expect(one).toMatch(/^k1\.[\w-]{22}\.[\w-]{15}\.[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect([one, other].map((sealed) => personal.open('person.mobile', 'p1', sealed))).toEqual(['13912341234', '13912341234']);
    expect(personal.open('person.mail', 'p1', personal.seal('person.mail', 'p1', '张三@demo.example'))).toBe('张三@demo.example');
    expect([personal.seal('person.mail', 'p1', null), personal.open('person.mail', 'p1', null)]).toEqual([null, null]);
  });

  it('refuses what was changed in any place, put into another row or column, or never sealed', () => {
    const sealed = personal.seal('person.mail', 'p1', 'zhang@demo.example');
    const [key = '', iv = '', hidden = '', tag = ''] = sealed.split('.');
    const flip = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    rotate();

    for (const changed of [
      [key, flip(iv), hidden, tag],
      [key, iv, flip(hidden), tag],
      [key, iv, hidden, flip(tag)],
      ['k2', iv, hidden, tag],
    ]) {
      expect(() => personal.open('person.mail', 'p1', changed.join('.'))).toThrow('person.mail is not what was sealed here');
    }
    expect(() => personal.open('person.mail', 'p2', sealed)).toThrow('not what was sealed here');
    expect(() => personal.open('recipient.mail', 'p1', sealed)).toThrow('not what was sealed here');
    expect(() => personal.open('person.mail', 'p1', 'zhang@demo.example')).toThrow('person.mail is not sealed');
    expect(() => personal.open('person.mail', 'p1', [`k9`, iv, hidden, tag].join('.'))).toThrow('There is no key k9');
  });

  it('names no value in what it throws', () => {
    const thrown = [() => personal.open('person.mobile', 'p1', '13912341234')].map((open) => {
      try {
        return open();
      } catch (error) {
        return String(error);
      }
    });

    expect(thrown.join()).not.toMatch(/1391|k1\./);
  });

  it('is found by a keyed digest, which differs from field to field and from house to house', () => {
    const index = personal.index('person.mobile', '13912341234');
    writeKeyFile(join(folder, 'other.json'), withNewKey({ keys: {} }));

    expect(index).toMatch(/^[0-9a-f]{64}$/);
    expect(personal.index('person.mobile', '13912341234')).toBe(index);
    expect(PersonalData.from(join(folder, 'other.json')).index('person.mobile', '13912341234')).not.toBe(index);
  });

  it('is read with old keys while new ones are in force, also by a process that is at work', () => {
    const old = personal.seal('person.mobile', 'p1', '13912341234');
    const oldIndex = personal.index('person.mobile', '13912341234');
    rotate();
    const young = personal.seal('person.mobile', 'p1', '13912341234');

    expect(young).toMatch(/^k2\./);
    expect([old, young].map((sealed) => personal.open('person.mobile', 'p1', sealed))).toEqual(['13912341234', '13912341234']);
    expect([old, young].map((sealed) => personal.isCurrent(sealed))).toEqual([false, true]);
    expect(personal.indexes('person.mobile', '13912341234')).toEqual([oldIndex, personal.index('person.mobile', '13912341234')]);
    expect(PersonalData.from(path).open('person.mobile', 'p1', old)).toBe('13912341234');
  });

  it('cannot be read once its key is dropped', () => {
    const old = personal.seal('person.mobile', 'p1', '13912341234');
    rotate();
    const { current, keys } = readKeyFile(path);
    writeKeyFile(path, { current, keys: { [current]: keys[current] ?? '' } });

    expect(() => PersonalData.from(path).open('person.mobile', 'p1', old)).toThrow('There is no key k1');
  });

  it('keeps a service from starting where the file is missing, or names a key that it does not hold', () => {
    writeKeyFile(path, { current: 'k2', keys: {} });

    expect(() => PersonalData.from(path)).toThrow('does not hold');
    expect(() => PersonalData.from(join(folder, 'none.json'))).toThrow('ENOENT');
  });
});
