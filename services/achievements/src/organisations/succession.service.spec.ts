import type { Caller, FeedEntry, Progress } from '@dengke/contract';
import { BusinessClock, inTransaction } from '@dengke/service-kit';
import { aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { aSubmission } from '../../testing/a-submission';
import { AchievementsModule } from '../achievements.module';
import { Submission } from '../acts/submission.entity';
import { ActsService } from '../acts/acts.service';
import type { DraftView } from '../drafts/drafts.dto';
import type { QueuePage } from '../queue/queue.dto';
import { seedAchievements } from '../seed';
import type { SubmissionList, SubmissionPage } from '../submissions/submissions.dto';
import type { Organisation } from './organisation.entity';
import { OrganisationsReplica } from './organisations.replica';

const august = '2023-08-10T02:00:00.000Z';
const me = someoneOf(aUnit.id);
const admin: Caller = { ...someoneOf(aUnit.id, 'admin'), position: { ...me.position, role: 'unitAdmin' } };
const clerkOf = (organisationId: string): Caller => ({
  ...someoneOf('x', `clerk-of-${organisationId}`),
  position: { id: 'p', organisationId, organisationKind: 'municipal', role: 'manager' },
});

describe('the successor of a closed organisation', () => {
  let world: ServiceWorld;
  let clock: BusinessClock;
  let feedNumber = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
    clock = world.app.get(BusinessClock);
  });
  afterAll(() => world.end());

  const tells = async (id: string, there: Partial<Organisation>, kind = 'organisationChanged') => {
    const organisation = {
      id,
      name: id,
      kind: 'municipal',
      areaCode: '1404',
      path: `/${id}/`,
      version: 1,
      closed: false,
      successorId: null,
    };
    world.accountsKnows(`/internal/organisations/${id}`, { ...organisation, ...there });
    const entry: FeedEntry = {
      ...{ feedNumber: (feedNumber += 1), subject: `organisation/${id}`, number: feedNumber, kind, at: august },
      ...{ by: 'somebody', organisationId: 'org-sx-kjt', detail: {} },
    };
    await inTransaction(world.database, (manager) => world.app.get(OrganisationsReplica, { strict: false }).apply(manager, entry));
  };
  const submitted = (name: string): Promise<Progress> => aSubmission(world, me, name, august);
  const release = (serial: string) =>
    clock.at(august, () => world.app.get(ActsService, { strict: false }).byPerson(admin, `release-${serial}`, serial, 'release', {}));

  it('has what was open at its desk, and sees what was over [P1]', async () => {
    const open = await submitted('承接的成果');
    await release(open.serial);
    const over = await submitted('撤回的成果');
    await release(over.serial);
    await clock.at(august, () => world.app.get(ActsService, { strict: false }).byPerson(me, 'withdraw-over', over.serial, 'withdraw', {}));
    await tells('org-changzhi-energy', { closed: true, successorId: 'org-jincheng-energy', version: 2 }, 'organisationClosed');
    await tells('org-changzhi-energy', { closed: true, successorId: 'org-jincheng-energy', version: 2 }, 'organisationClosed');

    const queue = await world.as(clerkOf('org-jincheng-energy')).get<QueuePage>('/submissions/queue');
    expect(queue.body.items.map(({ serial, deskId }) => [serial, deskId])).toEqual([[open.serial, 'org-jincheng-energy']]);
    const all = await world.as(clerkOf('org-jincheng-energy')).get<SubmissionList>('/submissions');
    expect(all.body.items.map(({ serial }) => serial)).toEqual([over.serial, open.serial]);
    const facts = await world.app.get(ActsService, { strict: false }).factsAfter(open.serial, 0);
    expect(facts.map(({ act, by }) => [act, by])).toEqual([
      ['submit', me.personId],
      ['release', admin.personId],
      ['takeOver', null],
    ]);
  });

  it('gets nothing that was submitted later: no submission enters a route with a desk that has closed [P1]', async () => {
    await expect(submitted('迟到的成果')).rejects.toMatchObject({ code: 'GRAPH_CHANGED' });
    expect(await world.database.manager.countBy(Submission, { name: '迟到的成果' })).toBe(0);
  });

  it('goes on with the drafts and returned submissions of a unit that was merged into it [P1 P18]', async () => {
    await tells('org-changzhi-energy', { version: 3 });
    const returned = await submitted('合并前退回的成果');
    await clock.at(august, () =>
      world.app.get(ActsService, { strict: false }).byPerson(admin, 'return-before', returned.serial, 'return', {
        reason: '附件不清',
        items: [{ field: 'evidence', remark: '重扫' }],
      }),
    );
    await tells(aUnit.id, { kind: 'unit', closed: true, successorId: 'unit-successor', version: 2 }, 'organisationClosed');

    const successor: Caller = { ...me, position: { ...me.position, organisationId: 'unit-successor' } };
    const { draftId } = (await world.as(successor).get<SubmissionPage>(`/submissions/${returned.serial}`)).body;
    expect((await world.as(successor).get<DraftView>(`/drafts/${draftId}`)).body.form.name).toBe('合并前退回的成果');
    const list = await world.as(successor).get<SubmissionList>('/submissions?state=returned');
    expect(list.body.items).toMatchObject([{ serial: returned.serial, unitId: 'unit-successor' }]);
    expect((await world.as(me).get<SubmissionList>('/submissions?state=returned')).body.items).toEqual([]);
  });

  it('types on in a draft that came with a merger, in which it is the first unit itself now [P1 P18]', async () => {
    const { id, version } = (await world.as(me).post<DraftView>('/drafts', { form: aForm({ name: '合并前起草的成果' }) })).body;
    await tells(aUnit.id, { kind: 'unit', closed: true, successorId: 'unit-successor', version: 3 }, 'organisationClosed');

    const successor: Caller = { ...me, position: { ...me.position, organisationId: 'unit-successor' } };
    const typed = { base: version, changes: [{ field: 'summary', to: '合并后的简介' }] };
    const { status, body } = await world.as(successor).patch<DraftView>(`/drafts/${id}`, typed);
    expect([status, body.form.summary]).toEqual([200, '合并后的简介']);
    expect(body.form.units?.[0]).toEqual({ ...aForm().units[0], unitId: 'unit-successor' });
    const old = await world.as(successor).put(`/drafts/${id}`, { version, form: body.form });
    expect([old.status, old.body.code]).toEqual([409, 'VERSION_CONFLICT']);
  });
});
