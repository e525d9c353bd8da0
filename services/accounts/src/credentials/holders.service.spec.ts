import type { Problem } from '@dengke/contract';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import type { IssuedCredentialDto } from './credentials.dto';
import type { HolderDto, IssuableRolesDto } from './holders.dto';

const reason = '已调离本单位';

describe('somebody’s login and positions', () => {
  let house: AccountsHouse;
  let changzhi: SignedInClient;
  let unit: SignedInClient;
  let keys = 0;
  beforeAll(async () => {
    house = await anAccountsHouse();
    changzhi = await house.signIn('changzhi-energy-1');
    unit = await house.signIn('unit-zhangling-coal-admin');
  });
  afterAll(() => house.close());

  const holder = async (by: SignedInClient, personId: string) => (await by.get<HolderDto & Problem>(`/people/${personId}`)).body;
  const end = (by: SignedInClient, positionId: string, key = `end-position-${(keys += 1)}`) =>
    by.post(`/positions/${positionId}/end`, { reason }, key);
  const positionOf = async (personId: string) => (await holder(changzhi, personId)).positions[0]?.id ?? 'position-none';
  const told = () =>
    house.database.query<{ kind: string; text: string }[]>(
      `select e.kind, t.text from ledger_entry e left join ledger_text t on t.entryId = e.id
        where e.kind in ('positionEnded', 'credentialRevoked') order by e.id`,
    );

  it('are shown to who issues them, masked, with what is his to recover; nobody of elsewhere is', async () => {
    expect(await holder(changzhi, 'person-unit-zhangling-coal-1')).toMatchObject({
      ...{ personId: 'person-unit-zhangling-coal-1', recoverable: true },
      login: { login: 'unit-zhangling-coal-1', state: 'active', hasSecondFactor: false },
      positions: [{ organisationId: 'unit-zhangling-coal', role: 'completer', issuable: true, endsAt: null }],
    });
    expect((await holder(changzhi, 'person-unit-zhangling-coal-1')).mobile).toMatch(/^\d{3}\*{4}\d{4}$/);
    expect(await holder(unit, 'person-unit-zhangling-coal-admin')).toMatchObject({ recoverable: false, positions: [{ issuable: false }] });
    for (const personId of ['person-datong-energy-1', 'person-sx-energy-admin', 'person-nobody']) {
      expect((await holder(changzhi, personId)).code).toBe('NOT_FOUND');
    }
  });

  it('are told without the login to who neither issues nor secures any', async () => {
    const completer = await house.signIn('unit-zhangling-coal-2');
    expect(await holder(completer, 'person-unit-zhangling-coal-1')).toMatchObject({ login: null, recoverable: false });
    const security = await house.signIn('sx-kjt-security');
    expect(await holder(security, 'person-unit-zhangling-coal-1')).toMatchObject({ login: { state: 'active' }, recoverable: false });
  });

  it('say how far the login has come', async () => {
    const state = async () => (await holder(changzhi, 'person-unit-zhangling-coal-1')).login?.state;
    await changzhi.post('/credentials/person-unit-zhangling-coal-1/recovery', { reason }, `state-key-${(keys += 1)}`);
    expect(await state()).toBe('first-password');
    await house.database.query(
      "update credential set firstPasswordExpiresAt = '2023-01-01' where personId = 'person-unit-zhangling-coal-1'",
    );
    expect(await state()).toBe('first-password-expired');
    await house.database.query("update credential set disabled = 1 where personId = 'person-unit-zhangling-coal-1'");
    expect(await state()).toBe('disabled');
  });

  it('can be issued in an organisation in the roles that the rules say [P6 P7]', async () => {
    const roles = async (by: SignedInClient, id: string) =>
      (await by.get<IssuableRolesDto & Problem>(`/organisations/${id}/issuable-roles`)).body;
    expect((await roles(changzhi, 'unit-zhangling-coal')).roles).toEqual(['unitAdmin', 'completer']);
    expect((await roles(changzhi, 'org-changzhi-energy')).roles).toEqual([]);
    expect((await roles(unit, 'unit-zhangling-coal')).roles).toEqual(['completer']);
    expect((await roles(changzhi, 'unit-jinzhou-steel')).code).toBe('NOT_FOUND');
  });

  it('end together when somebody leaves: nothing is open to him any more, with the reason in the record, once under one key', async () => {
    const left = 'person-unit-ruiling-gas-1';
    const session = await house.signIn('unit-ruiling-gas-1');
    const positionId = await positionOf(left);
    const before = (await told()).length;

    const answers = [await end(changzhi, positionId, 'one-leaves-once'), await end(changzhi, positionId, 'one-leaves-once')];

    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    const entries = (await told()).slice(before);
    expect(entries.map(({ kind }) => kind)).toEqual(['positionEnded', 'credentialRevoked']);
    expect(JSON.stringify(entries[0]?.text)).toContain(reason);
    expect((await house.inside.post('/internal/token', { session: session.session })).status).toBe(401);
    expect((await house.tryToSignIn('unit-ruiling-gas-1')).body.code).toBe('SIGN_IN_REFUSED');
    expect(await holder(changzhi, left)).toMatchObject({ login: { state: 'revoked' }, positions: [], recoverable: false });
    expect((await end(changzhi, positionId)).body).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are issued again to nobody whose login is disabled: no first password would open it', async () => {
    const personId = 'person-unit-ruiling-gas-1';
    const again = { organisationId: 'unit-ruiling-gas', role: 'completer', personId };
    await house.database.query('update credential set disabled = 1 where personId = ?', [personId]);
    expect((await changzhi.post('/credentials', again, 'issued-while-disabled')).body).toMatchObject({
      code: 'ACT_NOT_PERMITTED',
      details: { reason: 'alreadyDisabled' },
    });
    const security = await house.signIn('sx-kjt-security');
    await security.post(`/people/${personId}/credential/enable`, { reason: '返聘' }, 'enabled-to-be-issued');
    const { body } = await changzhi.post<IssuedCredentialDto>('/credentials', again, 'issued-once-enabled');
    expect((await house.signIn(body.login, body.firstPassword)).signedIn.must).toBe('change-password');
  });

  it('leave the login open as long as another position is left', async () => {
    const personId = 'person-unit-ruiling-gas-2';
    const [own, other] = [await positionOf(personId), 'position-of-another-unit'];
    await house.database.query('insert into held_position (id, personId, organisationId, role, grantedAt) values (?)', [
      [other, personId, 'unit-zhangling-coal', 'completer', new Date('2023-08-01T00:00:00.000Z')],
    ]);
    const before = (await told()).length;
    expect((await end(changzhi, own)).status).toBe(204);
    expect((await told()).slice(before).map(({ kind }) => kind)).toEqual(['positionEnded']);
    expect((await house.signIn('unit-ruiling-gas-2')).signedIn.position.id).toBe(other);
  });

  it('are ended by who issues them alone: no colleague’s, none of the level above, and elsewhere looks like nowhere', async () => {
    const admin = await positionOf('person-unit-zhangling-coal-admin');
    const energy = await house.signIn('sx-energy-admin');
    const clerk = (await holder(energy, 'person-changzhi-energy-2')).positions[0]?.id ?? '';
    const elsewhere = await house.signIn('taiyuan-energy-1');
    expect((await end(unit, admin)).body).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await end(changzhi, clerk)).body).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await end(elsewhere, admin)).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await end(energy, clerk)).status).toBe(204);
  });
});
