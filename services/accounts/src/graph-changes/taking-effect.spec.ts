import type { GraphChange, Problem } from '@dengke/contract';
import { Ledger } from '@dengke/service-kit';
import { eventually } from '@dengke/test-kit';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { aKey, anApplication, applicants } from '../../testing/applications';
import { achievementsStandIn, nothingOpen } from '../../testing/achievements-stand-in';
import type { AchievementsStandIn } from '../../testing/achievements-stand-in';
import type { IssuedOnApplicationDto } from '../credential-applications/credential-applications.dto';
import type { IssuedCredentialDto } from '../credentials/credentials.dto';
import type { GraphChangedDto, GraphPreviewDto } from './graph-changes.answers';

describe('after a change of the graphs', () => {
  let house: AccountsHouse;
  let achievements: AchievementsStandIn;
  let energy: SignedInClient;
  let keys = 0;
  beforeAll(async () => {
    achievements = await achievementsStandIn();
    house = await anAccountsHouse({ DENGKE_ACHIEVEMENTS_URL: achievements.url });
    energy = await house.signIn('sx-energy-admin');
  });
  afterAll(async () => {
    await house.close();
    await achievements.close();
  });

  const change = async (wanted: GraphChange) => {
    const { version } = (await energy.post<GraphPreviewDto>('/graph-changes/preview', { change: wanted })).body;
    return energy.post<GraphChangedDto & Problem>(
      '/graph-changes',
      { change: wanted, version, reason: '机构改革' },
      `effect-${(keys += 1)}-key`,
    );
  };
  const confirmed = async (token: string) => (await house.inside.post<Problem>('/internal/confirm', { token })).body.code ?? 'confirmed';

  it('whose logins were revoked is out at once, and comes in again only with a new first password [P8]', async () => {
    const clerk = await house.signIn('datong-energy-1');
    const completer = await house.signIn('unit-yunshuo-wind-1');
    const token = await completer.token();
    const appointments = [{ personId: 'person-datong-energy-1', organisationId: 'unit-yunshuo-wind', role: 'unitAdmin' as const }];
    expect((await change({ kind: 'revoke', organisationId: 'unit-yunshuo-wind', appointments })).status).toBe(201);

    expect(await confirmed(token)).toBe('NOT_SIGNED_IN');
    expect((await house.inside.post('/internal/token', { session: completer.session })).status).toBe(401);
    expect((await house.tryToSignIn('unit-yunshuo-wind-1')).body.code).toBe('SIGN_IN_REFUSED');
    const positions = (await house.signIn('datong-energy-1')).signedIn.positions.map(({ organisationId }) => organisationId);
    expect(positions).toEqual(['org-datong-energy', 'unit-yunshuo-wind']);
    expect((await house.inside.post('/internal/token', { session: clerk.session })).status).toBe(200);

    const again = { organisationId: 'unit-yunshuo-wind', role: 'completer', personId: 'person-unit-yunshuo-wind-1' };
    const { body } = await clerk.post<IssuedCredentialDto>('/credentials', again, 'issued-again-1');
    expect(body).toMatchObject({ login: 'unit-yunshuo-wind-1', firstPassword: expect.any(String) as string });
    expect((await house.tryToSignIn('unit-yunshuo-wind-1')).body.code).toBe('SIGN_IN_REFUSED');
    expect((await house.signIn('unit-yunshuo-wind-1', body.firstPassword)).signedIn.must).toBe('change-password');
  });

  it('an application of a unit that is merged goes on with the unit that took it over', async () => {
    const applying = applicants(house);
    const clerk = await house.signIn('changzhi-energy-1');
    const applied = async (mobile: string) =>
      (await applying.applyForCredential(anApplication({ uscc: '91140431DM00002320', areaCode: '140431', mobile }))).body.id;
    const issue = async (id: string, login?: string) =>
      (await clerk.post<IssuedOnApplicationDto & Problem>(`/credential-applications/${id}/issue`, { login }, aKey())).body;
    const [waiting, expired] = [await applied('18800000201'), await applied('18800000202')];
    const { firstPasswordExpiresAt } = await issue(expired, 'merged-before-use');
    await applying.time('expire', `credentialApplication/${expired}`, firstPasswordExpiresAt ?? '');
    expect((await change({ kind: 'merge', organisationId: 'unit-qinlan-solar', intoId: 'unit-zhangling-coal' })).status).toBe(201);

    for (const issued of [await issue(waiting, 'merged-while-waiting'), await issue(expired)]) {
      expect(issued).toMatchObject({ state: 'issued', unitId: 'unit-zhangling-coal' });
      const me = await house.signIn(issued.login, issued.firstPassword);
      expect(me.signedIn.position).toMatchObject({ organisationId: 'unit-zhangling-coal', role: 'completer' });
      expect((await me.put('/password', { current: issued.firstPassword, next: 'Changed-at-once-7' })).status).toBe(204);
    }
  });

  it('an application of a unit that moves is redirected to the desk that issues its logins now', async () => {
    const applying = applicants(house);
    const asked = anApplication({ uscc: '91140423DM0000021X', areaCode: '140423', mobile: '18800000203' });
    const { id } = (await applying.applyForCredential(asked)).body;
    const to = { credentialParentId: 'org-taiyuan-energy', noticeParentId: 'org-taiyuan-energy', areaCode: '140105' };
    expect((await change({ kind: 'transfer', organisationId: 'unit-ruiling-gas', to })).status).toBe(201);
    const redirect = (toOrganisationId: string) =>
      energy.post<Problem>(`/credential-applications/${id}/redirect`, { toOrganisationId, reason: '单位已划转' }, aKey());
    expect((await redirect('org-jincheng-energy')).body.code).toBe('INVALID_INPUT');
    expect((await redirect('org-taiyuan-energy')).status).toBe(200);

    const clerk = await house.signIn('taiyuan-energy-1');
    const issued = await clerk.post<IssuedOnApplicationDto>(`/credential-applications/${id}/issue`, { login: 'moved-with-unit' }, aKey());
    expect(issued.body).toMatchObject({ state: 'issued', unitId: 'unit-ruiling-gas' });
  });

  it('a merged bureau’s people sit at the other’s desk, and nobody is issued a login in what is closed', async () => {
    const clerk = await house.signIn('changzhi-energy-1');
    const denied = [clerk.signedIn.position.id, 'credential.issue', 0, new Date('2026-01-01')];
    await house.database.query('insert into position_right (positionId, name, granted, since) values (?)', [denied]);
    const wanted: GraphChange = {
      kind: 'merge',
      organisationId: 'org-changzhi-energy',
      intoId: 'org-jincheng-energy',
      areas: [{ from: '1404', to: '1405' }],
    };
    expect(await change(wanted)).toMatchObject({ status: 201 });

    expect((await house.inside.post('/internal/token', { session: clerk.session })).status).toBe(401);
    const again = await house.signIn('changzhi-energy-1');
    expect(again.signedIn.position).toMatchObject({ organisationId: 'org-jincheng-energy', role: 'manager' });
    expect(again.signedIn.rights).not.toContain('credential.issue');
    expect((await house.signIn('changzhi-energy-2')).signedIn.rights).toContain('credential.issue');
    expect((await again.get('/units/unit-zhangling-coal')).body).toMatchObject({ areaCode: '140503' });
    const issue = { organisationId: 'org-changzhi-energy', role: 'manager', login: 'too-late-login', person: { name: '迟来' } };
    expect((await energy.post('/credentials', issue, 'too-late-key')).body.code).toBe('NOT_FOUND');
    expect((await house.inside.get('/internal/organisations/org-changzhi-energy')).body).toMatchObject({
      closed: true,
      successorId: 'org-jincheng-energy',
      version: 2,
    });
    const listed = (await energy.get<{ id: string }[]>('/organisations?limit=200')).body.map(({ id }) => id);
    expect(listed).not.toContain('org-changzhi-energy');
  });

  it('nobody holds a living position in a closed organisation, by the database, whoever writes [P7]', async () => {
    const late = house.database.query(
      "insert into held_position (id, personId, organisationId, role, grantedAt) values ('late', 'person-sx-energy-1', 'org-changzhi-energy', 'manager', '2026-01-01')",
    );
    await expect(late).rejects.toThrow('position_in_open_organisation');
    await expect(house.database.query("update organisation set closedAt = '2026-01-01' where id = 'org-taiyuan-energy'")).rejects.toThrow(
      'position_in_open_organisation',
    );
  });

  it('every position that ended or began is told in its organisation’s chain, for those who follow', async () => {
    const ledger = house.app.get(Ledger);
    const told = async (id: string) => {
      const entries = await ledger.entriesAfter(`organisation/${id}`, 0);
      return entries.filter(({ detail }) => detail['personId'] === 'person-changzhi-energy-1').at(-1);
    };
    expect(await told('org-changzhi-energy')).toMatchObject({ kind: 'positionEnded', detail: { role: 'manager' } });
    expect(await told('org-jincheng-energy')).toMatchObject({ kind: 'positionGranted', detail: { role: 'manager' } });
    const closed = (await ledger.entriesAfter('organisation/org-changzhi-energy', 0)).find(({ kind }) => kind === 'organisationClosed');
    expect(closed).toMatchObject({ detail: { successorId: 'org-jincheng-energy', closed: true, version: 2 } });
    for (const id of ['org-changzhi-energy', 'org-jincheng-energy', 'unit-zhangling-coal']) {
      expect(await ledger.verify(`organisation/${id}`)).toBeNull();
    }
  });

  it('applications at a desk that would close are decided or redirected first; later ones go to the successor [P6]', async () => {
    const applying = applicants(house);
    await applying.applyForCredential(anApplication({ uscc: '91140213DM0000064H', areaCode: '140213' }));
    const wanted: GraphChange = {
      kind: 'merge',
      organisationId: 'org-datong-energy',
      intoId: 'org-shuozhou-energy',
      areas: [{ from: '1402', to: '1406' }],
    };
    expect((await energy.post<GraphPreviewDto>('/graph-changes/preview', { change: wanted })).body.applicationCount).toBe(1);
    expect((await change(wanted)).body).toMatchObject({ code: 'APPLICATIONS_OPEN', details: { applicationCount: 1 } });
    await house.database.query("update credential_application set state = 'withdrawn'");
    expect((await change(wanted)).status).toBe(201);

    const { body } = await applying.applyForCredential(anApplication({ uscc: '91140213DM0000064H', areaCode: '140213' }));
    expect((await applying.facts(`credentialApplication/${body.id}`))[0]?.deskId).toBe('org-shuozhou-energy');
  });

  it('a unit that comes into the area of a county that has closed gets its notices from the desk', async () => {
    const applying = applicants(house);
    const merged = { kind: 'merge' as const, organisationId: 'org-cz-luzhou-energy', intoId: 'org-cz-shangdang-energy', areas: [] };
    expect((await change(merged)).status).toBe(201);
    const { id } = (await applying.applyForCredential(anApplication({ uscc: '91330100799655058B', areaCode: '140503' }))).body;
    const licence = { licenceConfirmed: true, unit: { unitKind: 'enterprise', contactPhone: '0356-7654321', singlePerson: false } };
    const clerk = await house.signIn('changzhi-energy-2');
    const issued = await clerk.post<{ unitId: string }>(
      `/credential-applications/${id}/issue`,
      { login: 'new-to-the-area', ...licence },
      'area-key',
    );
    expect(issued.status).toBe(200);
    const { body } = await house.inside.get(`/internal/organisations/${issued.body.unitId}`);
    expect(body).toMatchObject({ credentialParentId: 'org-jincheng-energy', noticeParentId: 'org-jincheng-energy' });
  });

  it('what closes without a successor has nothing open [P1]', async () => {
    achievements.open = { ...nothingOpen, submissionCount: 3 };
    const wanted: GraphChange = { kind: 'close', organisationId: 'unit-fensheng-institute', successorId: null };
    expect((await change(wanted)).body).toMatchObject({ code: 'SUCCESSOR_MISSING', details: { submissionCount: 3 } });
    achievements.open = { ...nothingOpen, draftCount: 1 };
    expect((await change(wanted)).body.code).toBe('SUCCESSOR_MISSING');
    achievements.open = nothingOpen;
    expect((await change(wanted)).status).toBe(201);
  });

  it('no position that was just being granted is overlooked: the change waits for it, and is to be looked at again', async () => {
    const appointments = [{ personId: 'person-taiyuan-energy-1', organisationId: 'unit-fenlan-storage', role: 'unitAdmin' as const }];
    const revoke: GraphChange = { kind: 'revoke', organisationId: 'unit-fenlan-storage', appointments };
    const { version } = (await energy.post<GraphPreviewDto>('/graph-changes/preview', { change: revoke })).body;
    const issuing = house.database.createQueryRunner();
    await issuing.startTransaction();
    await issuing.query('insert into held_position (id, personId, organisationId, role, grantedAt) values (?)', [
      ['racing', 'person-sx-energy-1', 'unit-fenlan-storage', 'completer', new Date('2026-01-01')],
    ]);
    const answer = energy.post<Problem>('/graph-changes', { change: revoke, version, reason: '机构改革' }, 'racing-change-1');
    await eventually(async () => {
      const waiting =
        "select 1 from information_schema.processlist where db = database() and info = 'select id from organisation for update'";
      return (await house.database.query<unknown[]>(waiting)).length > 0;
    });
    await issuing.commitTransaction();
    await issuing.release();

    expect((await answer).body.code).toBe('GRAPH_CHANGED');
    expect((await change(revoke)).status).toBe(201);
    const left =
      "select 1 from held_position where organisationId = 'unit-fenlan-storage' and endedAt is null and personId <> 'person-taiyuan-energy-1'";
    expect(await house.database.query<unknown[]>(left)).toEqual([]);
  });

  it('a created unit is issued its people, and is then whole', async () => {
    const organisation = {
      ...{ name: '大同市新风电有限公司', kind: 'unit' as const, areaCode: '140613', contactOffice: '科技科', contactPhone: '0352-1234567' },
      ...{ credentialParentId: 'org-shuozhou-energy', noticeParentId: 'org-shuozhou-energy' },
      unit: {
        ...{ uscc: '91140213DM0000999X', unitKind: 'enterprise', organiserId: 'org-sx-energy', field: 'energy' },
        ...{ doors: ['municipal' as const], ownOrganiser: false, singlePerson: false },
      },
    };
    const made = await change({ kind: 'create', organisation });
    expect(made.body.organisationId).toEqual(expect.any(String));
    const issue = { organisationId: made.body.organisationId, role: 'unitAdmin', login: 'new-wind-admin', person: { name: '新人' } };
    expect((await (await house.signIn('shuozhou-energy-1')).post('/credentials', issue, 'new-wind-key')).status).toBe(201);
    expect((await change({ kind: 'create', organisation })).body).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
