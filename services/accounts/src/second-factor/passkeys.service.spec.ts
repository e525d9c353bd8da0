import type { Problem } from '@dengke/contract';
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { SoftwareAuthenticator } from '../../testing/software-authenticator';
import type { SignedInDto } from '../sign-in/sign-in.dto';
import type { EnrolledDto, SecondFactorDto } from './second-factor.dto';

const origin = 'http://127.0.0.1:1';

describe('a passkey', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
  });
  afterAll(() => house.close());

  const options = async (me: SignedInClient) =>
    (await me.post<PublicKeyCredentialCreationOptionsJSON>('/second-factor/passkeys/options', {})).body;
  const add = async (me: SignedInClient, key = new SoftwareAuthenticator(origin)) => {
    const answer = await me.post<EnrolledDto & { code?: string }>('/second-factor/passkeys', {
      name: '办公室钥匙',
      credential: key.create(await options(me)),
    });
    return { key, ...answer };
  };
  const asked = async (me: SignedInClient) =>
    (await me.post<PublicKeyCredentialRequestOptionsJSON>('/sessions/current/passkey-options', {})).body;
  const show = (me: SignedInClient, passkey: unknown) => me.post<SignedInDto & Problem>('/sessions/current/second-factor', { passkey });

  it('is enrolled in place of an authenticator app, completes sign-ins, and its count is kept', async () => {
    await house.database.query("delete from totp_secret where personId = 'person-sx-energy-1'");
    const me = house.clientOf(await house.tryToSignIn('sx-energy-1'));
    expect(me.signedIn.must).toBe('enrol');
    const { key, status, body } = await add(me);

    expect(status).toBe(201);
    expect(body.recoveryCodes).toHaveLength(10);
    expect((await me.get('/me')).body).toMatchObject({ must: null, secondFactors: ['passkey'] });
    for (const round of [1, 2]) {
      const half = house.clientOf(await house.tryToSignIn('sx-energy-1'));
      expect(half.signedIn).toMatchObject({ must: 'second-factor', secondFactors: ['passkey'] });
      const challenge = await asked(half);
      expect(challenge).toMatchObject({ rpId: '127.0.0.1', allowCredentials: [{ id: key.id.toString('base64url') }] });
      const whole = house.clientOf(await show(half, key.get(challenge)));
      expect(whole.signedIn.must).toBeNull();
      const [row] = await house.database.query<{ counter: number }[]>('select counter from passkey where id = ?', [
        key.id.toString('base64url'),
      ]);
      expect(row?.counter).toBe(round);
    }
  });

  it('is told apart by its name, and given up one by one', async () => {
    const me = await house.signIn('unit-zhangling-coal-1');
    const [first, second] = [await add(me), await add(me)];
    const { passkeys } = (await me.get<SecondFactorDto>('/second-factor')).body;

    expect(passkeys.map(({ id, name }) => [id, name])).toEqual(
      [first, second].map(({ key }) => [key.id.toString('base64url'), '办公室钥匙']),
    );
    expect(second.body.recoveryCodes).toBeNull();
    for (const { key } of [first, second]) {
      expect((await me.delete(`/second-factor/passkeys/${key.id.toString('base64url')}`)).status).toBe(204);
    }
    expect((await me.get<SecondFactorDto>('/second-factor')).body).toMatchObject({ passkeys: [], recoveryCodesLeft: 0 });
    expect((await me.delete(`/second-factor/passkeys/${first.key.id.toString('base64url')}`)).body.code).toBe('NOT_FOUND');
  });

  describe('is refused', () => {
    let me: SignedInClient;
    let key: SoftwareAuthenticator;
    let half: SignedInClient;
    const counting = (counts: boolean) => new SoftwareAuthenticator(origin, counts);
    const refused = { status: 422, body: { code: 'SECOND_FACTOR_REFUSED' } };
    beforeEach(async () => {
      await house.database.query('delete from login_attempts');
      await house.database.query("delete from passkey where personId = 'person-unit-zhangling-coal-2'");
      me = await house.signIn('unit-zhangling-coal-2');
      ({ key } = await add(me));
      half = house.clientOf(await house.tryToSignIn('unit-zhangling-coal-2'));
    });

    it('when it signed for another site', async () => {
      key.visit('https://dengke.example.org');
      expect(await show(half, key.get(await asked(half)))).toMatchObject(refused);
      key.visit(origin);
      expect((await add(me, new SoftwareAuthenticator('https://dengke.example.org'))).body.code).toBe('SECOND_FACTOR_REFUSED');
    });

    it.each([true, false])(
      'when it signed something else, nothing that was asked, or the same a second time (one that counts: %s)',
      async (counts) => {
        ({ key } = await add(me, counting(counts)));

        expect(await show(half, key.get({ challenge: Buffer.from('made up by a thief').toString('base64url') }))).toMatchObject(refused);
        await asked(half);
        expect(await show(half, key.get({ challenge: Buffer.from('made up by a thief').toString('base64url') }))).toMatchObject(refused);
        const signed = key.get(await asked(half));
        const whole = house.clientOf(await show(half, signed));
        expect(await show(whole, signed)).toMatchObject(refused);
      },
    );

    it('when another key signed', async () => {
      const other = Object.assign(new SoftwareAuthenticator(origin), { id: key.id });
      expect(await show(half, other.get(await asked(half)))).toMatchObject(refused);
    });

    it('when it is somebody else’s', async () => {
      const thief = await house.signIn('unit-ruiling-gas-1');
      const { key: own } = await add(thief);
      expect(await show(half, own.get(await asked(half)))).toMatchObject(refused);
      expect((await add(me, own)).body.code).toBe('SECOND_FACTOR_REFUSED');
    });

    it('when its count has gone back: then there is a copy of it', async () => {
      const whole = house.clientOf(await show(half, key.get(await asked(half))));
      key.turnBack();
      expect(await show(whole, key.get(await asked(whole)))).toMatchObject(refused);
    });

    it('when a registration is shown as a sign-in', async () => {
      const registration = new SoftwareAuthenticator(origin).create(await asked(half));
      expect((await show(half, registration)).body).toMatchObject({ code: 'INVALID_INPUT' });
    });

    it('when the answer comes after five minutes', async () => {
      const challenge = await asked(half);
      await house.database.query('update session set challengeUntil = createdAt');
      expect(await show(half, key.get(challenge))).toMatchObject(refused);
    });
  });
});
