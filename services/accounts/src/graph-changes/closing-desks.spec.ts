import type { GraphChange, Problem } from '@dengke/contract';
import { eventually } from '@dengke/test-kit';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { achievementsStandIn } from '../../testing/achievements-stand-in';
import type { AchievementsStandIn } from '../../testing/achievements-stand-in';
import { aKey, anApplication, applicants } from '../../testing/applications';
import type { GraphPreviewDto } from './graph-changes.answers';

type Body = Record<string, unknown>;

describe('applications at a desk that closes', () => {
  let house: AccountsHouse;
  let achievements: AchievementsStandIn;
  let energy: SignedInClient;
  let those: ReturnType<typeof applicants>;
  beforeAll(async () => {
    achievements = await achievementsStandIn();
    house = await anAccountsHouse({ DENGKE_ACHIEVEMENTS_URL: achievements.url });
    energy = await house.signIn('sx-energy-admin');
    those = applicants(house);
  });
  afterAll(async () => {
    await house.close();
    await achievements.close();
  });

  const runs = async (...statements: string[]) => {
    const found = 'select info from information_schema.processlist where db = database() and id <> connection_id()';
    const running = await house.database.query<{ info: string | null }[]>(found);
    return running.some(({ info }) => statements.some((statement) => info?.includes(statement)));
  };
  const change = async (wanted: GraphChange) => {
    const { version } = (await energy.post<GraphPreviewDto>('/graph-changes/preview', { change: wanted })).body;
    return energy.post<Problem>('/graph-changes', { change: wanted, version, reason: '机构改革' }, aKey());
  };
  const deskOf = async (id: string) => (await those.facts(`credentialApplication/${id}`)).at(-1)?.deskId;

  /** Somebody acts while a change has been written and not been committed: it waits for one organisation's chain. */
  async function inTheMidst<T>(wanted: GraphChange & { organisationId: string }, act: () => Promise<T>): Promise<T> {
    const holding = house.database.createQueryRunner();
    await holding.startTransaction();
    await holding.query("insert into ledger_head values (?, 0, '') on duplicate key update lastNumber = lastNumber", [
      `organisation/${wanted.organisationId}`,
    ]);
    const changing = change(wanted);
    await eventually(() => runs('INSERT INTO ledger_head'));
    let answered = false;
    const acting = act().finally(() => {
      answered = true;
    });
    await eventually(async () => answered || (await runs('lock in share mode', 'LOCK IN SHARE MODE', 'INSERT INTO `organisation`')));
    await holding.rollbackTransaction();
    await holding.release();
    expect((await changing).status).toBe(201);
    return acting;
  }

  it('one that comes in this moment goes to the desk that takes over', async () => {
    const merged = { kind: 'merge' as const, organisationId: 'org-datong-energy', intoId: 'org-shuozhou-energy' };
    const asked = anApplication({ uscc: '91140213DM0000064H', areaCode: '140213' });
    const { body } = await inTheMidst({ ...merged, areas: [{ from: '1402', to: '1406' }] }, () => those.applyForCredential(asked));

    expect(await deskOf(body.id)).toBe('org-shuozhou-energy');
  });

  it('one is not redirected to it in this moment', async () => {
    const { id } = (await those.applyForCredential(anApplication({ uscc: '91330100799655058B', areaCode: '140105' }))).body;
    const merged = { kind: 'merge' as const, organisationId: 'org-taiyuan-energy', intoId: 'org-jinzhong-energy' };
    await energy.post(`/credential-applications/${id}/redirect`, { toOrganisationId: 'org-sx-energy', reason: '代办' }, aKey());
    const redirect = () =>
      energy.post<Body>(`/credential-applications/${id}/redirect`, { toOrganisationId: 'org-taiyuan-energy', reason: '转回' }, aKey());

    expect((await inTheMidst({ ...merged, areas: [{ from: '1401', to: '1407' }] }, redirect)).body).toMatchObject({ code: 'NOT_FOUND' });
    expect(await deskOf(id)).toBe('org-sx-energy');
  });

  it('one brings its unit in under the notices of who takes over in this moment', async () => {
    const { id } = (await those.applyForCredential(anApplication({ uscc: '914403001922038216', areaCode: '140403' }))).body;
    const clerk = await house.signIn('changzhi-energy-1');
    const licence = { licenceConfirmed: true, unit: { unitKind: 'enterprise', contactPhone: '0355-7654321', singlePerson: false } };
    const closed = { kind: 'merge' as const, organisationId: 'org-cz-luzhou-energy', intoId: 'org-cz-shangdang-energy' };
    const issue = () => clerk.post<Body>(`/credential-applications/${id}/issue`, { login: 'in-the-midst', ...licence }, aKey());
    const { body } = await inTheMidst(closed, issue);

    const [unit] = await house.database.query<Body[]>(
      'select n.id from organisation o join organisation n on n.id = o.noticeParentId where o.id = ? and n.closedAt is null',
      [body['unitId']],
    );
    expect(unit).toEqual({ id: 'org-changzhi-energy' });
  });

  it('what was issued there does not hinder it, and is the desk’s that takes over should it fall void', async () => {
    const asked = anApplication({ uscc: '91110108551385082Q', areaCode: '140303', mobile: '18800000131' });
    const { id } = (await those.applyForCredential(asked)).body;
    const licence = { licenceConfirmed: true, unit: { unitKind: 'enterprise', contactPhone: '0353-7654321', singlePerson: false } };
    const clerk = await house.signIn('yangquan-energy-1');
    const issued = await clerk.post<Body>(`/credential-applications/${id}/issue`, { login: 'issued-before', ...licence }, aKey());
    const dueAt = String(issued.body['firstPasswordExpiresAt']);
    const merged = { kind: 'merge' as const, organisationId: 'org-yangquan-energy', intoId: 'org-jincheng-energy' };
    expect((await change({ ...merged, areas: [{ from: '1403', to: '1405' }] })).status).toBe(201);

    const subject = `credentialApplication/${id}`;
    const taken = { act: 'redirect', state: 'issued', deskId: 'org-jincheng-energy', dueAt };
    expect((await those.facts(subject)).at(-1)).toMatchObject(taken);
    await those.time('expire', subject, dueAt);
    const successor = await house.signIn('jincheng-energy-1');
    expect((await successor.post<Body>(`/credential-applications/${id}/issue`, {}, aKey())).body).toMatchObject({ state: 'issued' });
  });
});
