import { anAccountsHouse, codeOf, demoPassword } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';
import type { EnrolledDto, RecoveryCodesDto, SecondFactorDto, TotpEnrolmentDto } from './second-factor.dto';

describe('recovery codes', () => {
  let house: AccountsHouse;
  let codes: string[];
  const login = 'unit-zhangling-coal-1';
  const personId = 'person-unit-zhangling-coal-1';
  const signInWith = (code: string) => house.tryToSignIn(login, demoPassword, undefined, code);
  beforeAll(async () => {
    house = await anAccountsHouse();
    const me = await house.signIn(login);
    const { secret } = (await me.post<TotpEnrolmentDto>('/second-factor/totp', {})).body;
    codes = (await me.post<EnrolledDto>('/second-factor/totp/confirm', { code: codeOf(secret) })).body.recoveryCodes ?? [];
  });
  afterAll(() => house.close());

  it('are ten, each another, of 120 bits, easy to copy from paper, and kept as digests alone', async () => {
    const stored = await house.database.query<unknown[]>('select * from recovery_code where personId = ?', [personId]);

    expect(new Set(codes).size).toBe(10);
    expect(codes.join()).toMatch(/^([A-HJ-NP-Z2-9]{4}-){5}[A-HJ-NP-Z2-9]{4}(,([A-HJ-NP-Z2-9]{4}-){5}[A-HJ-NP-Z2-9]{4}){9}$/);
    expect(stored).toHaveLength(10);
    expect(codes.filter((code) => JSON.stringify(stored).includes(code.slice(0, 4)))).toEqual([]);
  });

  it('stand in for the second factor once each, however they are typed', async () => {
    const [first = '', second = ''] = codes;

    expect((await signInWith(first)).body.must).toBeNull();
    expect((await signInWith(first)).body.code).toBe('SIGN_IN_REFUSED');
    const typed = second.toLowerCase().replaceAll('-', ' ');
    const again = house.clientOf(await signInWith(typed));
    expect((await again.get<SecondFactorDto>('/second-factor')).body.recoveryCodesLeft).toBe(8);
    const entries = await house.database.query<{ detail: unknown }[]>(
      "select detail from ledger_entry where subject = ? and kind = 'recoveryCodeUsed' order by number",
      ['organisation/unit-zhangling-coal'],
    );
    expect(entries.map(({ detail }) => detail)).toEqual([
      { personId, left: 9 },
      { personId, left: 8 },
    ]);
  });

  it('serve once when two come at the same moment', async () => {
    const answers = await Promise.all([signInWith(codes[2] ?? ''), signInWith(codes[2] ?? '')]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('are of their person only', async () => {
    const other = await house.signIn('unit-zhangling-coal-2');
    const { secret } = (await other.post<TotpEnrolmentDto>('/second-factor/totp', {})).body;
    await other.post('/second-factor/totp/confirm', { code: codeOf(secret) });

    expect((await house.tryToSignIn('unit-zhangling-coal-2', demoPassword, undefined, codes[3])).body.code).toBe('SIGN_IN_REFUSED');
  });

  it('are made anew on request, and the earlier ones are void', async () => {
    const me = house.clientOf(await signInWith(codes[4] ?? ''));
    const { body } = await me.post<RecoveryCodesDto>('/second-factor/recovery-codes', {});

    expect(body.recoveryCodes).toHaveLength(10);
    expect((await signInWith(codes[5] ?? '')).body.code).toBe('SIGN_IN_REFUSED');
    expect((await signInWith(body.recoveryCodes[0] ?? '')).status).toBe(201);
  });

  it('are for those who have a second factor', async () => {
    const without = await house.signIn('unit-jinzhou-steel-1');
    expect((await without.post('/second-factor/recovery-codes', {})).body.code).toBe('SECOND_FACTOR_NOT_ENROLLED');
  });
});
