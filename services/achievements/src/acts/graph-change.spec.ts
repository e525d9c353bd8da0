import type { Caller, ReviewRoute, RouteLeg } from '@dengke/contract';
import { allOk, at, cityLegs, DeskWorld, submitter, unitAdmin } from '../../testing/a-desk-world';
import { Deadline } from '../deadlines/deadline.entity';
import { rerouted, takenOver } from './graph-change';
import { PaperLeg } from './paper-leg.entity';
import { SubmissionLeg } from './submission-leg.entity';
import { SubmissionStage } from './submission-stage.entity';

const monday = '2023-08-07T02:00:00.000Z';
const wednesday = '2023-08-09T02:00:00.000Z';
const admin = at('org-department', 'admin', 'superAdmin');

const leg = (kind: RouteLeg['kind'], organisationId: string): RouteLeg => ({ kind, organisationId });
const [unit, , , department, ministry] = cityLegs as [RouteLeg, RouteLeg, RouteLeg, RouteLeg, RouteLeg];
const otherCity = [unit, leg('municipal', 'org-other-city'), leg('organiser', 'org-other-province'), department, ministry];
const bureau = [unit, leg('organiser', 'org-other-province'), department, ministry];

const aRoute = (legs: RouteLeg[], own: Partial<ReviewRoute> = {}): ReviewRoute => ({
  ...{ routeId: 'R-new', version: 3, name: 'R-new', paperRequired: false, legs },
  unit: { id: 'unit-a', name: '甲', uscc: 'X', areaCode: '140900', organiserId: 'org-other-province', ofOne: false },
  ...own,
});
const clerkAt = (organisationId: string, organisationKind: Caller['position']['organisationKind'], personId: string): Caller => ({
  personId,
  sessionId: 'session',
  position: { id: `${personId}-at-${organisationId}`, organisationId, organisationKind, role: 'manager' },
});

describe('a submission under way when the graphs change', () => {
  let world: DeskWorld;
  let keys = 0;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  const reroute = (serial: string, legs: RouteLeg[], by = admin, key = `reroute-${(keys += 1)}`, reason: string | undefined = '划转') =>
    world.clock.at(wednesday, () =>
      world.acts.byPerson(by, key, serial, 'reroute', reason === undefined ? {} : { reason }, rerouted(aRoute(legs))),
    );
  const takeOver = (serial: string, from: string, to: string) =>
    world.acts.byFeed('takeOver', serial, wednesday, `takeOver/${from}/${to}`, takenOver(from, to));

  describe('re-routed by a recorded act', () => {
    it('goes to the lowest stage of the new route at or above the present one, and its time begins anew with the act [P1]', async () => {
      const serial = await world.reaches('org-city', monday);
      const before = await world.row(serial);
      const progress = await reroute(serial, otherCity);

      expect(progress).toMatchObject({ state: 'in-review', stage: 'municipal', deskId: 'org-other-city', round: 1, lastFact: 3 });
      expect([before.dueAt, progress.dueAt]).toEqual(['2023-08-21T16:00:00.000Z', '2023-08-23T16:00:00.000Z']);
      const [, , entry] = await world.ledger.timeline(`submission/${serial}`);
      expect(entry).toMatchObject({ kind: 'reroute', at: wednesday, by: admin.personId, text: { reason: '划转' } });
      expect(entry?.detail).toMatchObject({ about: { legs: otherCity, organiserId: 'org-other-province', areaCode: '140900' } });
      expect(await world.ledger.verify(`submission/${serial}`)).toBeNull();
    });

    it('repeats no passed stage and keeps its history; where the new route lacks the present stage, the next above has it [P1]', async () => {
      const serial = await world.reaches('org-city', monday);
      expect(await reroute(serial, bureau)).toMatchObject({ stage: 'organiser', deskId: 'org-other-province' });
      const { legs, routeId, routeVersion } = await world.row(serial);
      expect(legs).toEqual(bureau);
      expect([routeId, routeVersion]).toEqual(['R-new', 3]);

      const provincial = await world.reaches('org-province', monday);
      expect(await reroute(provincial, otherCity)).toMatchObject({ stage: 'organiser', deskId: 'org-other-province' });
      const row = await world.row(provincial);
      expect(row.legs.map(({ organisationId }) => organisationId)).toEqual([
        'unit-a',
        'org-city',
        'org-other-province',
        'org-department',
        'org-ministry',
      ]);
      const stages = await world.database.manager.find(SubmissionStage, { where: { serial: provincial }, order: { position: 'ASC' } });
      expect(stages.map(({ kind, decision, deskId }) => [kind, decision, deskId])).toEqual([
        ['unit', 'release', 'unit-a'],
        ['municipal', 'recommend', 'org-city'],
        ['organiser', null, 'org-other-province'],
      ]);
      expect(await world.database.manager.countBy(SubmissionLeg, { serial: provincial, organisationId: 'org-province' })).toBe(0);
    });

    it('repeats no passed stage either where the routes have their stages in another order [P1 P2]', async () => {
      const turned = [unit, leg('organiser', 'org-province'), leg('municipal', 'org-city'), department, ministry];
      const serial = await world.submitted(monday, { legs: turned });
      await world.act(unitAdmin, serial, 'release', monday);
      await world.act(at('org-province'), serial, 'recommend', monday);
      await reroute(serial, otherCity);
      expect((await world.row(serial)).legs).toEqual([
        unit,
        leg('organiser', 'org-province'),
        leg('municipal', 'org-other-city'),
        department,
        ministry,
      ]);
    });

    it('is decided at the new desk and by nobody at the old one [P1]', async () => {
      const serial = await world.reaches('org-city', monday);
      await world.act(at('org-city'), serial, 'claim', monday);
      await reroute(serial, otherCity);
      await expect(world.act(at('org-city'), serial, 'recommend', wednesday)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await world.act(clerkAt('org-other-city', 'municipal', 'new-clerk'), serial, 'recommend', wednesday)).toMatchObject({
        stage: 'organiser',
        deskId: 'org-other-province',
      });
    });

    it('ends the time of the desk it leaves undecided, and a recall goes on with that of the desk that had decided [P1 P31]', async () => {
      const serial = await world.reaches('org-city', monday);
      await reroute(serial, otherCity);
      const newClerk = clerkAt('org-other-city', 'municipal', 'new-clerk');
      await world.act(newClerk, serial, 'recommend', wednesday);
      const rows = () => world.database.manager.find(Deadline, { where: { serial }, order: { id: 'ASC' } });
      expect((await rows()).map(({ organisationId, state }) => [organisationId, state])).toEqual([
        ['unit-a', 'met'],
        ['org-city', 'ended'],
        ['org-other-city', 'met'],
        ['org-other-province', 'open'],
      ]);
      await world.act(newClerk, serial, 'recall', wednesday);
      expect((await rows()).at(-1)).toMatchObject({ organisationId: 'org-other-city', state: 'open', startOn: '2023-08-09' });
    });

    it('keeps the desk, and the desk its time, where only what comes after is another [P1]', async () => {
      const serial = await world.reaches('org-city', monday);
      const { dueAt } = await world.row(serial);
      const [, municipal] = cityLegs as [RouteLeg, RouteLeg];
      const progress = await reroute(serial, [unit, municipal, leg('organiser', 'org-other-province'), department, ministry]);
      expect(progress).toMatchObject({ deskId: 'org-city', dueAt });
      await world.act(at('org-city'), serial, 'recommend', wednesday);
      expect(await world.row(serial)).toMatchObject({ deskId: 'org-other-province' });
    });

    it('is left alone where the route leads on as it did, and gives a repeated key the first answer [P1 P29]', async () => {
      const serial = await world.reaches('org-city', monday);
      const own = { routeId: 'R-city', routeVersion: 1 };
      const same = world.clock.at(wednesday, () =>
        world.acts.byPerson(
          admin,
          'same-route-1',
          serial,
          'reroute',
          { reason: '划转' },
          rerouted(aRoute(cityLegs, { routeId: own.routeId, version: 1 })),
        ),
      );
      expect(await same).toMatchObject({ lastFact: 2 });
      const first = await reroute(serial, otherCity, admin, 'reroute-twice');
      expect(await reroute(serial, otherCity, admin, 'reroute-twice')).toEqual(first);
      expect(await world.story(serial)).toEqual(['submit', 'release', 'reroute']);
    });

    it('comes back to the new route’s desk when it was with the completer, whose time goes on [P1 P26]', async () => {
      const serial = await world.reaches('org-city', monday);
      await world.act(at('org-city'), serial, 'return', monday);
      const { dueAt } = await world.row(serial);
      expect(await reroute(serial, bureau)).toMatchObject({ state: 'returned', stage: null, dueAt });
      const { legs, returnedFrom } = await world.row(serial);
      expect(legs[returnedFrom ?? -1]).toEqual(leg('organiser', 'org-other-province'));
    });

    it('is re-routed only with a reason, by who stands above both routes [P1 P7]', async () => {
      const serial = await world.reaches('org-city', monday);
      await expect(reroute(serial, otherCity, admin, 'no-reason-1', '')).rejects.toMatchObject({ code: 'REASON_MISSING' });
      await expect(reroute(serial, otherCity, at('org-department'))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      await expect(reroute(serial, otherCity, at('org-province', 'admin', 'superAdmin'))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      await expect(reroute(serial, otherCity, at('org-elsewhere', 'admin', 'superAdmin'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('lets nobody decide a stage who decided one on the old route, whatever desk he has now [P30]', async () => {
      const serial = await world.reaches('org-city', monday);
      await world.act(at('org-city'), serial, 'return', monday);
      await world.clock.at(monday, () =>
        world.acts.byPerson(submitter, `again-${serial}`, serial, 'resubmit', {}, ({ submission }) => ({
          wait: { for: 'desk', position: submission.returnedFrom ?? 0, round: submission.round + 1, since: monday },
        })),
      );
      await reroute(serial, bureau);
      const moved = clerkAt('org-other-province', 'organiser', at('org-city').personId);
      await expect(world.act(moved, serial, 'recommend', wednesday, { findings: allOk })).rejects.toMatchObject({ code: 'SECOND_STAGE' });
    });

    it('takes the paper on its way anew from where the route is another [P28]', async () => {
      const serial = await world.reaches('org-city', monday, { paperRequired: true });
      await world.act(submitter, serial, 'handInPaper', monday);
      await world.act(at('org-city'), serial, 'receivePaper', monday);
      await reroute(serial, otherCity);
      expect(await world.database.manager.countBy(PaperLeg, { serial })).toBe(0);
    });
  });

  describe('taken over by the successor of what closed', () => {
    it('is at the successor’s desk with the time that is left, for anybody there to claim, told once [P1]', async () => {
      const serial = await world.reaches('org-city', monday);
      await world.act(at('org-city'), serial, 'claim', monday);
      const { dueAt } = await world.row(serial);
      await takeOver(serial, 'org-city', 'org-other-city');
      await takeOver(serial, 'org-city', 'org-other-city');

      expect(await world.row(serial)).toMatchObject({ deskId: 'org-other-city', dueAt });
      expect(await world.story(serial)).toEqual(['submit', 'release', 'claim', 'takeOver']);
      const successor = clerkAt('org-other-city', 'municipal', 'successor');
      expect(await world.act(successor, serial, 'recommend', wednesday)).toMatchObject({ stage: 'organiser' });
    });

    it('is the successor unit’s, whose submitter and administrator are two people again [P1 P30]', async () => {
      const serial = await world.submitted(monday, { submitterId: unitAdmin.personId, unitOfOne: true });
      await takeOver(serial, 'unit-a', 'unit-b');
      const [alone, other] = [unitAdmin.personId, 'other-admin'].map((personId) => clerkAt('unit-b', 'unit', personId)) as [Caller, Caller];
      expect(await world.row(serial)).toMatchObject({ unitId: 'unit-b', deskId: 'unit-b', unitOfOne: false });
      await expect(world.act(alone, serial, 'release', wednesday)).rejects.toMatchObject({ code: 'SAME_PERSON_RELEASE' });
      expect(await world.act(other, serial, 'release', wednesday)).toMatchObject({ stage: 'municipal' });
    });
  });
});
