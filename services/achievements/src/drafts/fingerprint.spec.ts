import { normalisedName } from '@dengke/contract';
import { fingerprintOf } from './fingerprint';

const uscc = '91330100799655058B';

describe('the fingerprint of an achievement', () => {
  it('is 64 hex digits, the same each time [P19]', () => {
    expect(fingerprintOf('煤层气低浓度利用技术', uscc)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf('煤层气低浓度利用技术', uscc)).toBe(fingerprintOf('煤层气低浓度利用技术', uscc));
  });

  it.each([
    ['spaces', ' 煤层气 低浓度　利用技术\t'],
    ['punctuation', '“煤层气”低浓度——利用技术。'],
    ['invisible characters', '煤层气\u200b低浓度\ufeff利用\u00ad技术'],
    ['signs that show nothing', '煤层\ufe00气\u3164低浓\u034f度\u2800利用\u{e0100}技术'],
  ])('sees no difference in %s [P19 S8 S50]', (_, name) => {
    expect(fingerprintOf(name, uscc)).toBe(fingerprintOf('煤层气低浓度利用技术', uscc));
  });

  it('sees no difference in width and case, of name or code [P19]', () => {
    expect(fingerprintOf('ＳＣＲ脱硝（Ⅱ型）', '9133 0100 7996 5505 8b')).toBe(fingerprintOf('scr脱硝(ii型)', uscc));
  });

  it('tells another name and another first unit apart [P19]', () => {
    const one = fingerprintOf('C语言测控', uscc);
    expect([fingerprintOf('C++语言测控', uscc), fingerprintOf('C语言测控', '914403001922038216')]).not.toContain(one);
  });

  it('cannot be moved between name and code', () => {
    expect(fingerprintOf('甲9', '133')).not.toBe(fingerprintOf('甲', '9133'));
  });

  it('has nothing to stand on where a name is punctuation alone', () => {
    expect(normalisedName('—— 《》…')).toBe('');
  });
});
