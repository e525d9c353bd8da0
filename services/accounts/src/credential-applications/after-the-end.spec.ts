import { anAccountsHouse, standStill } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { aKey, anApplication, applicants } from '../../testing/applications';
import type { IssuedOnApplicationDto } from './credential-applications.dto';

type Body = Record<string, unknown>;

describe('an application for a login, after what it was about has ended,', () => {
  let house: AccountsHouse;
  let those: ReturnType<typeof applicants>;
  let changzhi: SignedInClient;
  beforeAll(async () => {
    standStill('2023-08-11T02:00:00.000Z');
    house = await anAccountsHouse();
    those = applicants(house);
    changzhi = await house.signIn('changzhi-energy-1');
  });
  afterAll(async () => {
    jest.useRealTimers();
    await house.close();
  });

  const applied = async (overrides: Body = {}) => (await those.applyForCredential(anApplication(overrides))).body;
  const issue = async (id: string, body: Body) =>
    (await changzhi.post<IssuedOnApplicationDto & Body>(`/credential-applications/${id}/issue`, body, aKey())).body;

  it('is not issued for the code of a unit that has closed, and that is said', async () => {
    const closed = 'unit-fensheng-institute';
    await house.database.query("update held_position set endedAt = '2023-08-01' where organisationId = ?", [closed]);
    await house.database.query("update organisation set closedAt = '2023-08-01' where id = ?", [closed]);
    const [{ uscc } = { uscc: '' }] = await house.database.query<{ uscc: string }[]>('select uscc from unit where organisationId = ?', [
      closed,
    ]);
    const { id } = await applied({ uscc, mobile: '18800000124' });
    const unit = { unitKind: 'institute', contactPhone: '0355-7654321', singlePerson: false };
    expect(await issue(id, { login: 'of-a-closed-unit', licenceConfirmed: true, unit })).toMatchObject({
      code: 'ACT_NOT_PERMITTED',
      details: { reason: 'unitClosed' },
    });
  });

  it('is issued again with its position, where that was ended before the first password was used', async () => {
    const { id } = await applied({ mobile: '18800000111' });
    const first = await issue(id, { login: 'ended-before-use' });
    const { positions } = (await changzhi.get<{ positions: { id: string }[] }>(`/people/${first.personId}`)).body;
    expect((await changzhi.post(`/positions/${positions[0]?.id ?? ''}/end`, { reason: '误发' }, aKey())).status).toBe(204);
    await those.time('expire', `credentialApplication/${id}`, '2023-08-14T02:00:00.000Z');

    const again = await issue(id, {});
    expect(again).toMatchObject({ state: 'issued', personId: first.personId, login: first.login });
    const me = await house.signIn(again.login, again.firstPassword);
    expect(me.signedIn.position).toMatchObject({ organisationId: 'unit-zhangling-coal', role: 'completer' });
  });

  it('is issued again with a first password, where its holder has another position by now and has never signed in', async () => {
    const { id } = await applied({ mobile: '18800000112' });
    const first = await issue(id, { login: 'elsewhere-before-use' });
    const { positions } = (await changzhi.get<{ positions: { id: string }[] }>(`/people/${first.personId}`)).body;
    const elsewhere = await applied({ mobile: '18800000112', role: 'unitAdmin' });
    expect(await issue(elsewhere.id, { personId: first.personId })).toMatchObject({ state: 'active' });
    expect((await changzhi.post(`/positions/${positions[0]?.id ?? ''}/end`, { reason: '误发' }, aKey())).status).toBe(204);
    await those.time('expire', `credentialApplication/${id}`, '2023-08-14T02:00:00.000Z');
    standStill('2023-08-14T03:00:00.000Z');
    changzhi = await house.signIn('changzhi-energy-1');

    const again = await issue(id, {});
    expect(again).toMatchObject({ state: 'issued', personId: first.personId, login: first.login });
    expect((await house.tryToSignIn(first.login, first.firstPassword)).body.code).toBe('SIGN_IN_REFUSED');
    const me = await house.signIn(again.login, again.firstPassword);
    expect(me.signedIn.must).toBe('change-password');
    expect((await changzhi.get<{ positions: Body[] }>(`/people/${first.personId}`)).body.positions).toEqual(
      expect.arrayContaining([expect.objectContaining({ role: 'completer' }), expect.objectContaining({ role: 'unitAdmin' })]),
    );
  });
});
