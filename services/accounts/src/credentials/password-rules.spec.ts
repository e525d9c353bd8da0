import { newFirstPassword, passwordFaultsOf, shortestPassword } from './password-rules';

const completer = [{ role: 'completer' as const }];
const manager = [{ role: 'completer' as const }, { role: 'manager' as const }];

describe('a new password', () => {
  it('has eight characters, and twelve for whoever manages others', () => {
    expect(shortestPassword(completer)).toBe(8);
    expect(shortestPassword([{ role: 'unitAdmin' }])).toBe(8);
    expect(shortestPassword(manager)).toBe(12);
    expect(shortestPassword([{ role: 'superAdmin' }])).toBe(12);
    expect(passwordFaultsOf('Kiln-47', 'zhangsan', completer)).toEqual(['tooShort']);
    expect(passwordFaultsOf('Kiln-475', 'zhangsan', completer)).toEqual([]);
    expect(passwordFaultsOf('Kiln-475', 'zhangsan', manager)).toEqual(['tooShort']);
  });

  it('mixes three of four classes of characters', () => {
    expect(passwordFaultsOf('kilnandoven', 'zhangsan', completer)).toEqual(['tooFewClasses']);
    expect(passwordFaultsOf('kilnandoven7', 'zhangsan', completer)).toEqual(['tooFewClasses']);
    expect(passwordFaultsOf('kiln-and-oven7', 'zhangsan', completer)).toEqual([]);
    expect(passwordFaultsOf('KilnAndOven7', 'zhangsan', completer)).toEqual([]);
    expect(passwordFaultsOf('kiln登科and7', 'zhangsan', completer)).toEqual([]);
  });

  it('does not contain the login, is not one of the first guesses, and is not endless', () => {
    expect(passwordFaultsOf('My-ZhangSan-7', 'zhangsan', completer)).toEqual(['containsLogin']);
    expect(passwordFaultsOf('p@SSw0rd', 'zhangsan', completer)).toEqual(['common']);
    expect(passwordFaultsOf(`Aa7${'x'.repeat(126)}`, 'zhangsan', completer)).toEqual(['tooLong']);
  });

  it('names everything that is wrong at once', () => {
    expect(passwordFaultsOf('abc', 'abc', manager)).toEqual(['tooShort', 'tooFewClasses', 'containsLogin']);
  });
});

describe('a first password', () => {
  it('meets the rules for every role and is another each time', () => {
    const issued = Array.from({ length: 200 }, newFirstPassword);
    expect(issued.flatMap((password) => passwordFaultsOf(password, 'zhangsan', manager))).toEqual([]);
    expect(new Set(issued).size).toBe(200);
  });

  it('has no character that is mistaken for another on the telephone', () => {
    expect(Array.from({ length: 200 }, newFirstPassword).join('')).not.toMatch(/[il1IoO0]/);
  });
});
