import { areNearlyTheSame, bareUnitName } from './similar-names';

describe('the name of a unit', () => {
  it.each([
    ['长治市漳岭煤业有限公司', '漳岭煤业'],
    ['山西省漳岭煤业集团', '漳岭煤业'],
    ['长治市潞州区漳岭煤业（股份有限公司）', '漳岭煤业'],
    ['山西汾晟能源经济研究院', '汾晟能源经济研究院'],
    ['有限公司', '有限公司'],
  ])('%s is in its bare form %s', (name, bare) => {
    expect(bareUnitName(name)).toBe(bare);
  });

  it.each([
    ['漳岭煤业', '漳岭煤业', true],
    ['漳岭煤业', '漳岭煤叶', true],
    ['漳岭煤业', '漳岭煤矿业', true],
    ['漳岭煤业', '漳岭', false],
    ['漳岭煤业', '瑞岭瓦斯', false],
    ['晋舟', '晋岭', false],
  ])('%s and %s are nearly the same: %s', (one, other, expected) => {
    expect([areNearlyTheSame(one, other), areNearlyTheSame(other, one)]).toEqual([expected, expected]);
  });
});
