import type { Caller, Problem, Progress } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { aForm, aUnit } from '../../testing/a-form';
import { route, ServiceWorld, someoneOf } from '../../testing/a-service';
import { aSubmission } from '../../testing/a-submission';
import { AchievementsModule } from '../achievements.module';
import { ActsService } from '../acts/acts.service';
import type { DraftView } from '../drafts/drafts.dto';
import type { HandedOver } from '../hand-overs/hand-overs.dto';
import type { OpenWork } from '../open-work/open-work.dto';
import { Organisation } from '../organisations/organisation.entity';
import { seedAchievements } from '../seed';
import type { TimelineLine } from '../submissions/submissions.dto';
import type { Rerouted } from './rerouting.dto';

const august = '2023-08-10T02:00:00.000Z';
const me = someoneOf(aUnit.id);
const unitAdmin: Caller = { ...someoneOf(aUnit.id, 'admin'), position: { ...me.position, role: 'unitAdmin' } };
const adminOf = (organisationId: string, organisationKind: 'department' | 'organiser' = 'department'): Caller => ({
  ...someoneOf('x', `admin-of-${organisationId}`),
  position: { id: 'p', organisationId, organisationKind, role: 'superAdmin' },
});
const department = adminOf('org-sx-kjt');

describe('what is open when the graphs change', () => {
  let world: ServiceWorld;
  let clock: BusinessClock;
  const serials: string[] = [];
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
    clock = world.app.get(BusinessClock);
    for (const name of ['第一项', '第二项', '第三项']) {
      serials.push((await submitted(name)).serial);
    }
    await world.as(me).post<DraftView>('/drafts', { form: aForm({ name: '草稿' }) });
    const node = { name: 'x', areaCode: '14', version: 1, closed: false, successorId: null };
    await world.database.manager.insert(Organisation, [
      { ...node, id: 'org-sx-kjt', kind: 'department', path: '/org-most/org-sx-kjt/' },
      { ...node, id: 'org-sx-industry', kind: 'organiser', path: '/org-most/org-sx-kjt/org-sx-industry/' },
      { ...node, id: aUnit.id, kind: 'unit', path: `/org-most/org-sx-kjt/org-sx-energy/${aUnit.id}/` },
    ]);
  });
  afterAll(() => world.end());

  const submitted = (name: string): Promise<Progress> => aSubmission(world, me, name, august);
  const act = (who: Caller, serial: string, kind: 'release' | 'return') =>
    clock.at(august, () =>
      world.app.get(ActsService, { strict: false }).byPerson(who, `${kind}-${serial}`, serial, kind, {
        reason: '附件不清',
        items: [{ field: 'evidence', remark: '重扫' }],
      }),
    );
  const open = (who: Caller, ...organisationIds: string[]) =>
    world.as(who).post<OpenWork & Problem>('/submissions/open', { organisationIds });
  const reroute = (who: Caller, body: object, key: string) => world.as(who).post<Rerouted & Problem>('/submissions/reroute', body, { key });

  it('is told to who stands above: submissions of these units and at these desks, and how many drafts [P1]', async () => {
    const { body } = await open(department, aUnit.id);
    expect(body).toMatchObject({ submissionCount: 3, draftCount: 4 });
    expect(body.submissions[0]).toEqual({ serial: serials[0], unitId: aUnit.id, state: 'in-review', stage: 'unit', deskId: aUnit.id });
    expect((await open(department, 'org-changzhi-energy')).body.submissionCount).toBe(3);
    expect((await open(department, 'org-taiyuan-energy')).body.submissionCount).toBe(0);
  });

  it('is told to nobody else: what lies outside is not there [P1]', async () => {
    expect((await open(adminOf('org-sx-industry', 'organiser'), aUnit.id)).body).toEqual({
      submissions: [],
      submissionCount: 0,
      draftCount: 0,
    });
    expect((await open(me, aUnit.id)).body.code).toBe('NOT_ALLOWED');
    const manager: Caller = { ...department, position: { ...department.position, role: 'manager' } };
    expect((await open(manager, aUnit.id)).body.code).toBe('NOT_ALLOWED');
  });

  it('keeps its route when the administrator says nothing, and follows the unit when he does, each with its own result [P1]', async () => {
    await act(unitAdmin, serials[0] ?? '', 'release');
    const legs = route.legs.map((leg) => (leg.kind === 'municipal' ? { ...leg, organisationId: 'org-taiyuan-energy' } : leg));
    world.accountsKnows('/api/v1/routes', { ...route, legs, unit: { ...route.unit, areaCode: '140105' } });
    expect((await open(department, 'org-taiyuan-energy')).body.submissionCount).toBe(0);

    const asked = { unitId: aUnit.id, serials: serials.slice(0, 2), reason: '划转太原' };
    const first = await reroute(department, asked, 'reroute-key-1');
    expect(first.status).toBe(200);
    expect(first.body.items.map(({ serial, outcome, progress }) => [serial, outcome, progress?.deskId])).toEqual([
      [serials[0], 'done', 'org-taiyuan-energy'],
      [serials[1], 'done', aUnit.id],
    ]);
    expect((await reroute(department, asked, 'reroute-key-1')).body).toEqual(first.body);
    expect((await reroute(department, asked, 'reroute-key-2')).body.items.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);

    const all = await reroute(department, { unitId: aUnit.id, reason: '划转太原' }, 'reroute-key-3');
    expect(all.body.items.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'done']);
    expect(all.body.next).toBeNull();
    const timeline = (await world.as(me).get<TimelineLine[]>(`/submissions/${serials[0]}/timeline`)).body;
    expect(timeline.at(-1)).toMatchObject({ act: 'reroute', by: department.personId, stage: 'municipal', text: { reason: '划转太原' } });
  });

  it('is re-routed by nobody without the right, and for nobody outside', async () => {
    const asked = { unitId: aUnit.id, reason: '划转' };
    expect((await reroute(adminOf('org-sx-industry', 'organiser'), asked, 'reroute-key-4')).body.items).toEqual([]);
    expect((await reroute(unitAdmin, asked, 'reroute-key-5')).body.code).toBe('NOT_ALLOWED');
    expect((await reroute(department, { unitId: aUnit.id, reason: ' ' }, 'reroute-key-6')).body.code).toBe('INVALID_INPUT');
  });

  it('goes from one who has left to a colleague: drafts and open submissions, but not what the colleague has released [P8 P30]', async () => {
    const colleagues = ['colleague', 'admin', 'one'].map((name) => ({ personId: `${aUnit.id}-${name}`, name, role: 'completer' }));
    world.accountsKnows(`/api/v1/organisations/${aUnit.id}/people`, colleagues);
    const handOver = (who: Caller, toPersonId: string, key: string, fromPersonId = me.personId) =>
      world.as(who).post<HandedOver & Problem>('/hand-overs', { fromPersonId, toPersonId, reason: '离职' }, { key });

    expect((await handOver(me, `${aUnit.id}-colleague`, 'hand-over-key-1')).body.code).toBe('NOT_ALLOWED');
    expect((await handOver(unitAdmin, 'unit-elsewhere-one', 'hand-over-key-2')).body.code).toBe('NOT_FOUND');
    const mine = await handOver(unitAdmin, unitAdmin.personId, 'hand-over-key-3');
    expect(mine.body.submissions.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['refused', 'SAME_PERSON_RELEASE'],
      ['done', null],
      ['done', null],
    ]);
    const rest = await handOver(unitAdmin, `${aUnit.id}-colleague`, 'hand-over-key-4');
    expect(rest.body).toMatchObject({ draftIds: [], submissions: [{ serial: serials[0], outcome: 'done' }] });
    expect(mine.body.draftIds).toHaveLength(4);
    expect((await handOver(unitAdmin, unitAdmin.personId, 'hand-over-key-3')).body.draftIds).toEqual(mine.body.draftIds);
    const owners = await world.database.query<{ ownerId: string }[]>('SELECT DISTINCT ownerId FROM draft');
    expect(owners).toEqual([{ ownerId: unitAdmin.personId }]);
  });
});
