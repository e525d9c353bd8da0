import fc from 'fast-check';
import { aForm, aSecondUnit } from '../../testing/a-form';
import { changesBetween } from './changes';
import type { Change } from './changes';

type Holder = Record<string | number, unknown>;

/** Carries the changes out one after the other, as their order promises. */
function carriedOut(before: unknown, changes: readonly Change[]): unknown {
  const whole = { form: structuredClone(before) };
  for (const change of changes) {
    const path = ['form', ...change.path];
    const holder = path.slice(0, -1).reduce<unknown>((within, step) => (within as Holder)[step], whole) as Holder;
    const last = path.at(-1) as string | number;
    carryOut(holder, last, change);
  }
  return whole.form;
}

function carryOut(holder: Holder, last: string | number, change: Change): void {
  const rows = Array.isArray(holder) ? (holder as unknown[]) : null;
  switch (change.kind) {
    case 'moved': {
      const moving = holder[last] as unknown[];
      holder[last] = change.order.map((was) => moving[was]);
      return;
    }
    case 'removed':
      return void (rows ? rows.splice(Number(last), 1) : delete holder[last]);
    case 'added':
      return void (rows ? rows.splice(Number(last), 0, change.after) : put(holder, last, change.after));
    case 'changed':
      put(holder, last, change.after);
  }
}

/** `__proto__` is a key like any other in JSON. */
const put = (holder: Holder, key: string | number, value: unknown) =>
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

const row = fc.record(
  {
    personId: fc.constantFrom('p1', 'p2', 'p3'),
    name: fc.constantFrom('甲', '乙', '丙'),
    contribution: fc.string({ maxLength: 3 }),
    papers: fc.array(fc.record({ title: fc.constantFrom('一', '二', '三'), year: fc.nat(3) }), { maxLength: 4 }),
  },
  { requiredKeys: ['name'] },
);
const formLike = fc.record(
  { name: fc.string({ maxLength: 4 }), keywords: fc.array(fc.constantFrom('a', 'b', 'c')), completers: fc.array(row, { maxLength: 6 }) },
  { requiredKeys: [] },
);
/** As it comes out of the database. */
const json = fc.oneof(formLike, fc.jsonValue()).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

describe('what changed between two versions', () => {
  it('makes the later one of the earlier one, whatever they hold [P27]', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(carriedOut(before, changesBetween(before, after))).toEqual(after);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is nothing exactly when they are equal [P27]', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const same = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
        expect(changesBetween(before, after).length === 0).toBe(same);
        expect(changesBetween(before, structuredClone(before))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  const completers = ['甲', '乙', '丙'].map((name) => ({ name, contribution: `${name}的工作` }));
  const withCompleters = (...rows: object[]) => aForm({ completers: rows as never });

  it('is one change where a completer is put in between', () => {
    const [first, ...rest] = completers;
    const added = { name: '丁', contribution: '试验' };
    expect(changesBetween(withCompleters(...completers), withCompleters(first!, added, ...rest))).toEqual([
      { kind: 'added', path: ['completers', 1], was: ['completers'], after: added },
    ]);
  });

  it('is one change where two completers change places, and one where one of them gets his id', () => {
    const [first, second, third] = completers;
    expect(changesBetween(withCompleters(...completers), withCompleters(second!, first!, third!))).toEqual([
      { kind: 'moved', path: ['completers'], was: ['completers'], order: [1, 0, 2] },
    ]);
    expect(changesBetween(withCompleters(...completers), withCompleters(first!, { ...second!, personId: 'p2' }, third!))).toEqual([
      { kind: 'added', path: ['completers', 1, 'personId'], was: ['completers', 1, 'personId'], after: 'p2' },
    ]);
  });

  it('names the box of a unit that stays the same unit, with what it held and holds', () => {
    const before = aForm();
    const [unit] = before.units;
    const after = aForm({
      units: [aSecondUnit({ name: '另一单位', uscc: '91110108551385082Q' }), { ...unit!, name: '更正后的名称' }],
    });
    expect(changesBetween(before, after)).toEqual([
      { kind: 'added', path: ['units', 0], was: ['units'], after: after.units[0] },
      { kind: 'changed', path: ['units', 1, 'name'], was: ['units', 0, 'name'], before: unit!.name, after: '更正后的名称' },
    ]);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return value !== null && typeof value === 'object'
    ? ['fields', ...Object.entries(value).map(([key, held]) => JSON.stringify([key, sorted(held)]))].sort()
    : [typeof value, value];
}
