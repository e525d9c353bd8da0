import { foldedTitle } from './folded-title';
import { gramsOf } from './grams';
import { commonParts, inHundredths, likenessOf, warningScore } from './likeness';

const weight = (grams: ReadonlyMap<string, number>) => [...grams.values()].reduce((sum, one) => sum + one, 0);

/** By the definition: two sets of bigrams. */
function hundredths(one: string, other: string, sameUnit = false): number {
  const [first, second] = [gramsOf(foldedTitle(one)), gramsOf(foldedTitle(other))];
  const shared = new Map([...first].filter(([gram]) => second.has(gram)));
  return inHundredths(likenessOf(weight(shared), weight(first), weight(second), sameUnit));
}

const name = '低浓度煤层气梯级利用关键技术研究与应用';

describe('the likeness of two names', () => {
  it.each([
    ['without its last words', '低浓度煤层气梯级利用'],
    ['with other last words', '低浓度煤层气梯级利用成套技术开发'],
    ['in traditional characters', '低濃度煤層氣梯級利用關鍵技術研究與應用'],
    ['with its year', '低浓度煤层气梯级利用关键技术研究与应用（2022年度）'],
    ['in another order', '煤层气低浓度梯级利用关键技术研究与应用'],
  ])('warns of a name %s [P19]', (_, other) => {
    expect(hundredths(name, other)).toBeGreaterThanOrEqual(warningScore);
  });

  it.each([
    ['another thing', '低浓度甲烷催化氧化关键技术研究与应用'],
    ['another object with all the usual words', '高压输电线路巡检关键技术研究与应用'],
  ])('does not warn of %s, however many usual words both have [P19]', (_, other) => {
    expect(hundredths(name, other)).toBeLessThan(warningScore);
  });

  it('is the same from either side, 100 only without any difference, and more at the same first unit', () => {
    const other = '煤层气梯级利用技术';
    expect(hundredths(name, other)).toBe(hundredths(other, name));
    expect(hundredths(name, name)).toBe(100);
    expect(hundredths(name, `${name}一`)).toBeLessThan(100);
    expect(hundredths(name, other, true)).toBe(hundredths(name, other) + 5);
    expect(hundredths('', name)).toBe(0);
  });

  it('names the pieces that both have, the longest first', () => {
    expect(commonParts('低浓度煤层气梯级利用关键技术', '煤层气梯级利用的关键技术')).toEqual(['煤层气梯级利用', '关键技术']);
    expect(commonParts('甲乙丙', '丁戊己')).toEqual([]);
  });
});
