import type { Caller, Problem } from '@dengke/contract';
import { Ledger } from '@dengke/service-kit';
import { anAccountsHouse, standStill } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { graphsOf } from '../routes/graph-picture';
import { pictureIn } from '../routes/graphs';
import type { ColleagueDto, DeputyDto } from './people.dto';

const friday = '2026-03-06T02:00:00.000Z';
const endOfFriday = '2026-03-06T16:00:00.000Z';

describe('a deputy', () => {
  let house: AccountsHouse;
  let energy: SignedInClient;
  let keys = 0;
  beforeAll(async () => {
    house = await anAccountsHouse();
  });
  beforeEach(async () => {
    standStill(friday);
    energy = await house.signIn('sx-energy-admin');
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => house.close());

  const positionOf = async (personId: string) =>
    (await house.database.query<{ id: string }[]>('select id from held_position where personId = ? and deputyOf is null', [personId]))[0]
      ?.id ?? 'position-none';
  const grant = async (
    by: SignedInClient,
    personId: string,
    standsInFor: string,
    endsOn = '2026-03-06',
    key = `grant-deputy-${(keys += 1)}`,
  ) => by.post<DeputyDto & Problem>('/deputies', { personId, deputyOf: await positionOf(standsInFor), endsOn, reason: '休假' }, key);
  const minted = async (session: string) => (await house.inside.post<{ caller: Caller } & Problem>('/internal/token', { session })).body;

  it('stands in for a manager until the end of the day in Shanghai, and is somebody else from then on [P30 S57]', async () => {
    const { status, body } = await grant(energy, 'person-taiyuan-energy-1', 'person-changzhi-energy-1');
    expect(status).toBe(201);
    expect(body).toMatchObject({ organisationId: 'org-changzhi-energy', deputyFor: 'person-changzhi-energy-1', endsAt: endOfFriday });
    const me = await house.signIn('taiyuan-energy-1');
    expect(me.signedIn.position.organisationId).toBe('org-taiyuan-energy');
    expect(me.signedIn.positions.map(({ organisationId, endsAt }) => [organisationId, endsAt])).toEqual([
      ['org-taiyuan-energy', null],
      ['org-changzhi-energy', endOfFriday],
    ]);
    await me.post('/sessions/current/position', { positionId: body.positionId });
    expect((await minted(me.session)).caller.position).toEqual({
      ...{ id: body.positionId, organisationId: 'org-changzhi-energy', organisationKind: 'municipal', role: 'manager' },
      deputyFor: 'person-changzhi-energy-1',
    });
    expect((await me.get('/units/unit-zhangling-coal')).status).toBe(200);
    const token = await me.token();

    jest.setSystemTime(new Date('2026-03-06T15:59:59.999Z'));
    const late = await house.signIn('taiyuan-energy-1');
    await late.post('/sessions/current/position', { positionId: body.positionId });
    expect((await minted(late.session)).caller.position.id).toBe(body.positionId);
    const lateToken = await late.token();
    jest.setSystemTime(new Date(endOfFriday));
    expect((await minted(late.session)).code).toBe('NOT_SIGNED_IN');
    expect((await house.inside.post<Problem>('/internal/confirm', { token: lateToken })).body.code).toBe('NOT_SIGNED_IN');
    expect((await house.inside.post<Problem>('/internal/confirm', { token })).body.code).toBe('NOT_SIGNED_IN');

    const after = await house.signIn('taiyuan-energy-1');
    expect(after.signedIn.positions.map(({ organisationId }) => organisationId)).toEqual(['org-taiyuan-energy']);
    expect((await after.post('/sessions/current/position', { positionId: body.positionId })).body.code).toBe('NOT_FOUND');
    expect((await after.get('/units/unit-zhangling-coal')).body.code).toBe('NOT_FOUND');
  });

  it('is shown among the people of the desk as long as it stands in', async () => {
    await grant(energy, 'person-datong-energy-1', 'person-changzhi-energy-2');
    const deputies = async () => {
      const { body } = await energy.get<ColleagueDto[]>('/organisations/org-changzhi-energy/people');
      return body.filter(({ deputyFor }) => deputyFor !== null).map(({ personId, endsAt }) => [personId, endsAt]);
    };
    expect(await deputies()).toContainEqual(['person-datong-energy-1', endOfFriday]);
    const { body } = await house.inside.get<{ positions: unknown[] }>('/internal/people/person-datong-energy-1');
    expect(body.positions).toContainEqual(expect.objectContaining({ organisationId: 'org-changzhi-energy', endsAt: endOfFriday }));
    jest.setSystemTime(new Date(endOfFriday));
    energy = await house.signIn('sx-energy-admin');
    expect(await deputies()).toEqual([]);
    const left = await house.inside.get<{ positions: unknown[] }>('/internal/people/person-datong-energy-1');
    expect(left.body.positions).toHaveLength(1);
  });

  it('is granted by the super administrator of the node alone; what lies outside looks as if it did not exist [P7 S58]', async () => {
    const [department, industry] = [await house.signIn('sx-kjt-admin'), await house.signIn('sx-industry-admin')];
    const clerk = await house.signIn('changzhi-energy-1');
    expect((await grant(department, 'person-sx-kjt-1', 'person-sx-energy-1')).body.code).toBe('NOT_ALLOWED');
    expect((await grant(industry, 'person-sx-industry-1', 'person-sx-energy-1')).body.code).toBe('NOT_FOUND');
    expect((await grant(energy, 'person-sx-industry-1', 'person-sx-energy-1')).body.code).toBe('NOT_FOUND');
    expect((await grant(clerk, 'person-changzhi-energy-2', 'person-changzhi-energy-1')).body.code).toBe('NOT_ALLOWED');
    expect((await grant(energy, 'person-taiyuan-energy-1', 'person-none')).body.code).toBe('NOT_FOUND');
  });

  it('is nobody who sits there anyway, nobody without a login, and stands in for no completer and on no day that is over', async () => {
    expect((await grant(energy, 'person-sx-energy-2', 'person-sx-energy-1')).body.code).toBe('ACT_NOT_PERMITTED');
    await house.database.query("update credential set disabled = 1 where personId = 'person-jincheng-energy-1'");
    expect((await grant(energy, 'person-jincheng-energy-1', 'person-sx-energy-1')).body.code).toBe('ACT_NOT_PERMITTED');
    expect((await grant(energy, 'person-datong-energy-1', 'person-sx-energy-1', '2026-03-05')).body).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'endsOn' }] },
    });
    expect((await grant(energy, 'person-datong-energy-1', 'person-sx-energy-1', '2026-02-30')).body.code).toBe('INVALID_INPUT');
    expect((await grant(energy, 'person-datong-energy-1', 'person-unit-zhangling-coal-1')).body.code).toBe('NOT_ALLOWED');
  });

  it('is nobody whose login was taken back: it would open again, with the password it had', async () => {
    const left = 'person-yuncheng-energy-1';
    const ended = await energy.post(`/positions/${await positionOf(left)}/end`, { reason: '已调离' }, 'deputy-who-left');
    expect(ended.status).toBe(204);

    expect((await grant(energy, left, 'person-sx-energy-1')).body).toMatchObject({
      code: 'ACT_NOT_PERMITTED',
      details: { reason: 'noLogin' },
    });
    expect((await house.tryToSignIn('yuncheng-energy-1')).body.code).toBe('SIGN_IN_REFUSED');
  });

  it('is recorded once with the reason, and may stand in again when an earlier time is over', async () => {
    const first = await grant(energy, 'person-yangquan-energy-1', 'person-sx-energy-1', '2026-03-06', 'deputy-twice-1');
    const again = await grant(energy, 'person-yangquan-energy-1', 'person-sx-energy-1', '2026-03-06', 'deputy-twice-1');
    expect(again.body).toEqual(first.body);
    jest.setSystemTime(new Date('2026-03-09T02:00:00.000Z'));
    energy = await house.signIn('sx-energy-admin');
    expect((await grant(energy, 'person-yangquan-energy-1', 'person-sx-energy-1', '2026-03-10')).status).toBe(201);
    const entries = await house.app.get(Ledger).timeline('organisation/org-sx-energy');
    expect(
      entries
        .filter(({ kind, detail }) => kind === 'deputyGranted' && detail['personId'] === 'person-yangquan-energy-1')
        .map(({ text }) => text),
    ).toEqual([{ reason: '休假' }, { reason: '休假' }]);
  });

  it('ends before its day when the administrator says so, or with the position it stands in for', async () => {
    const { body } = await grant(energy, 'person-shuozhou-energy-1', 'person-changzhi-energy-1', '2026-03-31');
    const me = await house.signIn('shuozhou-energy-1');
    await me.post('/sessions/current/position', { positionId: body.positionId });
    expect((await energy.post(`/deputies/${body.positionId}/end`, {}, 'end-deputy-1')).status).toBe(204);
    expect((await minted(me.session)).code).toBe('NOT_SIGNED_IN');
    expect((await energy.post(`/deputies/${body.positionId}/end`, {}, 'end-deputy-2')).body.code).toBe('NOT_FOUND');

    const next = (await grant(energy, 'person-shuozhou-energy-1', 'person-changzhi-energy-1', '2026-03-31')).body;
    await house.database.query('update held_position set endedAt = grantedAt where id = ?', [next.deputyOf]);
    const again = await house.signIn('shuozhou-energy-1');
    expect(again.signedIn.positions.map(({ organisationId }) => organisationId)).toEqual(['org-shuozhou-energy']);
    expect((await again.post('/sessions/current/position', { positionId: next.positionId })).body.code).toBe('NOT_FOUND');
  });

  it('is over with the position it stands in for, in the record too', async () => {
    const { body } = await grant(energy, 'person-xinzhou-energy-1', 'person-jinzhong-energy-1', '2026-03-31');
    expect((await energy.post(`/positions/${body.deputyOf}/end`, { reason: '已调离' }, 'stood-in-for-left')).status).toBe(204);

    const ended = await house.database.query<{ endedAt: Date }[]>('select endedAt from held_position where id = ?', [body.positionId]);
    expect(ended).toEqual([{ endedAt: new Date(friday) }]);
    const entries = await house.app.get(Ledger).timeline('organisation/org-jinzhong-energy');
    expect(entries.slice(-3).map(({ kind, detail }) => [kind, detail['personId']])).toEqual([
      ['positionEnded', 'person-jinzhong-energy-1'],
      ['deputyEnded', 'person-xinzhou-energy-1'],
      ['credentialRevoked', 'person-jinzhong-energy-1'],
    ]);
  });

  it('who has left his own position meanwhile is that one’s still, and no longer the desk’s he stood in at', async () => {
    const completer = 'person-unit-zhangling-coal-2';
    const changzhi = await house.signIn('changzhi-energy-2');
    expect((await grant(energy, completer, 'person-taiyuan-energy-1')).status).toBe(201);
    const left = { reason: '已调离' };
    expect((await changzhi.post(`/positions/${await positionOf(completer)}/end`, left, 'deputy-left-first')).status).toBe(204);
    const known = () =>
      Promise.all(
        ['changzhi-energy-2', 'taiyuan-energy-1'].map(async (by) => (await (await house.signIn(by)).get(`/people/${completer}`)).status),
      );

    expect(await known()).toEqual([200, 200]);
    jest.setSystemTime(new Date(endOfFriday));
    expect(await known()).toEqual([200, 404]);
  });

  it('staffs no desk: it only stands in', async () => {
    await grant(energy, 'person-linfen-energy-1', 'person-lvliang-energy-1');
    const { positions, ...picture } = await pictureIn(house.database.manager, friday);
    const left = positions.filter(({ personId }) => personId !== 'person-lvliang-energy-1');

    expect(left.map(({ personId }) => personId)).toContain('person-linfen-energy-1');
    expect(graphsOf({ ...picture, positions: left }).positions.map(({ organisationId }) => organisationId)).not.toContain(
      'org-lvliang-energy',
    );
  });
});
