import { hasRightCheckCharacter, isWellFormedUscc, normalisedUscc } from './uscc';

describe('a 统一社会信用代码', () => {
  it.each(['914403001922038216', '9144030071526726XG', '91330100799655058B', '91110108551385082Q', '91110000802100433B'])(
    '%s is right to its last character [P43]',
    (uscc) => {
      expect([isWellFormedUscc(uscc), hasRightCheckCharacter(uscc)]).toEqual([true, true]);
    },
  );

  it('ends in 0 where the weighted sum is a multiple of 31 [P43]', () => {
    expect(hasRightCheckCharacter('12140000J19Q0TU8F0')).toBe(true);
  });

  it.each(['91350211M0000XUF46', '91350100M0001TGQXM'])('%s was issued with another check character: a doubt, no error [P44]', (uscc) => {
    expect([isWellFormedUscc(uscc), hasRightCheckCharacter(uscc)]).toEqual([true, false]);
  });

  it.each([
    ['too short', '91440300192203821'],
    ['too long', '9144030019220382160'],
    ['with a letter that the alphabet leaves out', '91440300192203821I'],
    ['with a hyphen', '91440300-192203821'],
    ['empty', ''],
  ])('%s is an error [P44]', (_, uscc) => {
    expect(isWellFormedUscc(uscc)).toBe(false);
  });

  it.each(['A', 'N', 'Y'])('may begin with the letter %s [P44]', (letter) => {
    expect(isWellFormedUscc(`${letter}14403001922038216`)).toBe(true);
  });

  it('is read without spaces, in upper case and half width [P43]', () => {
    expect(normalisedUscc(' 9133 0100 7996 5505 8b')).toBe('91330100799655058B');
    expect(normalisedUscc('９１３３０１００７９９６５５０５８Ｂ')).toBe('91330100799655058B');
  });
});
