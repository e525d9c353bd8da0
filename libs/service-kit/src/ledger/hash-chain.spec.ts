import { canonical, entryHash, genesisHash, sealText, sm3, verifyChain } from './hash-chain';
import type { LedgerEntry } from './hash-chain';

function aChain(length: number): LedgerEntry[] {
  const chain: LedgerEntry[] = [];
  for (let number = 1; number <= length; number += 1) {
    const content = {
      subject: 'submission/1',
      number,
      kind: 'released',
      actId: `p1:act-${number}`,
      at: '2023-08-25T08:00:00.000Z',
      by: 'p1',
      organisationId: 'o1',
      detail: { stage: 'unit', round: number },
      textDigest: null,
      previousHash: chain.at(-1)?.hash ?? genesisHash,
    };
    chain.push({ ...content, entryId: number, hash: entryHash(content) });
  }
  return chain;
}

describe('the hash chain', () => {
  const whole = aChain(6);
  const end = { number: 6, hash: whole[5]?.hash ?? '' };
  const change = (number: number, more: Partial<LedgerEntry>) =>
    whole.map((entry) => (entry.number === number ? { ...entry, ...more } : entry));
  const rehashed = (entry: LedgerEntry): LedgerEntry => ({ ...entry, hash: entryHash(entry) });

  it('is SM3, whose digest of "abc" the standard gives', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it('is whole when nothing was touched [P30]', () => {
    expect(verifyChain(whole, end)).toBeNull();
    expect(verifyChain([], { number: 0, hash: genesisHash })).toBeNull();
  });

  it.each<[string, LedgerEntry[], number, string]>([
    ['a changed detail', change(3, { detail: { stage: 'unit', round: 9 } }), 3, 'hash'],
    ['a changed instant', change(3, { at: '2023-08-25T08:00:00.001Z' }), 3, 'hash'],
    ['a changed person', change(1, { by: 'p2' }), 1, 'hash'],
    ['a changed entry with its hash worked out again', change(3, rehashed({ ...(whole[2] as LedgerEntry), kind: 'approved' })), 4, 'link'],
    [
      'one flipped character of a hash',
      change(3, { hash: `f${(whole[2]?.hash ?? '').slice(1)}`.replace(whole[2]?.hash ?? '', '') }),
      3,
      'hash',
    ],
    ['a removed entry', whole.filter(({ number }) => number !== 3), 4, 'number'],
    ['a removed first entry', whole.slice(1), 2, 'number'],
    ['a cut-off tail', whole.slice(0, 4), 5, 'end'],
    ['an inserted entry', [...whole.slice(0, 3), whole[2] as LedgerEntry, ...whole.slice(3)], 3, 'number'],
    [
      'two entries in each other’s place',
      [...whole.slice(0, 2), whole[3] as LedgerEntry, whole[2] as LedgerEntry, ...whole.slice(4)],
      4,
      'number',
    ],
    ['an entry of another subject', change(4, { subject: 'submission/2' }), 4, 'number'],
  ])('finds %s', (_, entries, number, fault) => {
    expect(verifyChain(entries, end)).toMatchObject({ number, fault });
  });

  it('serialises a value in one way, whatever the order of its keys', () => {
    expect(canonical({ b: [1, { d: 2, c: undefined }], a: '甲' })).toBe('{"a":"甲","b":[1,{"d":2}]}');
    expect(canonical({ a: '甲', b: [1, { d: 2 }] })).toBe(canonical({ b: [1, { d: 2 }], a: '甲' }));
  });

  it('tells nothing of a short text once its salt is gone', () => {
    const text = { opinion: '同意' };

    expect(sealText(text).digest).not.toBe(sealText(text).digest);
    expect(sealText(text, 'salt').digest).toBe(sealText({ ...text }, 'salt').digest);
  });
});
