import { checkListFor, checkOf, checkPoints, unansweredOf } from './check-list';
import type { Finding } from './check-list';
import { categories, grounds } from './registration-form';
import type { Category } from './registration-form';

const units = [{ name: '某单位', uscc: '91110108551385082Q', kind: 'institute', areaCode: '11' }];
const idsFor = (category: Category, more: object = {}): string[] =>
  checkListFor({ category, ground: 'voluntary', units, ...more }).map(({ id }) => id);

describe('the check list of a desk that reviews', () => {
  it.each(Object.keys(categories) as Category[])('has items under each point for %s, each with its provision [P24]', (category) => {
    for (const ground of grounds) {
      const items = checkListFor({ category, ground, units });
      expect(new Set(items.map(({ point }) => point))).toEqual(new Set(checkPoints));
      expect(items.every(({ text, provisions }) => text !== '' && /^((S|P)\d+|A542-\d)( |$)/.test(provisions))).toBe(true);
    }
  });

  it('asks for the evidence of the category alone, and for acceptance or the year’s proof by the ground [P16 P20 S46 S48]', () => {
    expect(idsFor('basic')).toEqual(expect.arrayContaining(['evidenceBasic']));
    expect(idsFor('basic')).not.toEqual(expect.arrayContaining(['evidenceApplied']));
    expect(idsFor('applied', { ground: 'must' })).toEqual(expect.arrayContaining(['projectAccepted']));
    expect(idsFor('applied', { ground: 'may' })).toEqual(expect.arrayContaining(['obtainedThisYear']));
    expect(idsFor('applied')).not.toEqual(expect.arrayContaining(['projectAccepted']));
  });

  it('asks to compare the licence where a check character is odd [P44]', () => {
    const odd = { units: [...units, { name: '另一单位', uscc: '91350211M0000XUF46', kind: 'institute', areaCode: '35' }] };
    expect(idsFor('applied', odd)).toEqual(expect.arrayContaining(['licenceCompared']));
    expect(idsFor('applied')).not.toEqual(expect.arrayContaining(['licenceCompared']));
  });

  it('is answered item by item: once, a failed one with words, and not applicable only where that is open [P24]', () => {
    const items = checkListFor({ category: 'applied', ground: 'voluntary', units });
    const all = items.map(({ id }): Finding => ({ item: id, answer: 'ok' }));
    const but = (item: string, change: Partial<Finding>) => all.map((one) => (one.item === item ? { ...one, ...change } : one));

    expect(unansweredOf(items, all)).toEqual([]);
    expect(unansweredOf(items, all.slice(1))).toEqual([items[0]?.id]);
    expect(unansweredOf(items, [...all, { item: 'inYear', answer: 'ok' }])).toEqual(['inYear']);
    expect(unansweredOf(items, but('inYear', { answer: 'not', remark: ' ' }))).toEqual(['inYear']);
    expect(unansweredOf(items, but('inYear', { answer: 'notApplicable' }))).toEqual(['inYear']);
    expect(unansweredOf(items, but('judgedWell', { answer: 'notApplicable' }))).toEqual([]);
  });

  it('comes to the three points: one passes only if its items do [P24]', () => {
    const items = checkListFor({ category: 'applied', ground: 'voluntary', units });
    const findings = items.map(({ id }): Finding => ({ item: id, answer: 'ok' }));
    const failing = findings.map((one) => (one.item === 'inYear' ? { ...one, answer: 'not' as const, remark: '上一年度取得' } : one));

    expect(checkOf(items, findings)).toEqual({ truth: { passed: true }, completeness: { passed: true }, conformity: { passed: true } });
    expect(checkOf(items, failing).conformity).toEqual({ passed: false, remark: '上一年度取得' });
  });
});
