import type { ApplicationsAlike } from '@dengke/contract';
import { Ledger } from '@dengke/service-kit';
import { achievementsStandIn } from '../../testing/achievements-stand-in';
import type { AchievementsStandIn } from '../../testing/achievements-stand-in';
import { anAccountsHouse, standStill } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { aForm, aKey, anApplication, applicants } from '../../testing/applications';
import { ApplicationsActivities } from './applications.activities';

const received = '2023-08-11T08:00:00.000Z';
const limits = [
  { id: 'limit-new-organiser-2', about: 'new-organiser', scope: '*' },
  { id: 'limit-new-credential-2', about: 'new-credential', scope: '*' },
  { id: 'limit-elsewhere', about: 'new-organiser', scope: 'org-sx-industry' },
];

describe('a running application', () => {
  let achievements: AchievementsStandIn;
  let house: AccountsHouse;
  let those: ReturnType<typeof applicants>;
  let registrar: SignedInClient;
  beforeAll(async () => {
    standStill(received);
    achievements = await achievementsStandIn();
    achievements.limits = limits;
    house = await anAccountsHouse({ DENGKE_ACHIEVEMENTS_URL: achievements.url });
    those = applicants(house);
    registrar = await house.signIn('sx-kjt-1');
  });
  afterAll(async () => {
    jest.useRealTimers();
    await house.close();
    await achievements.close();
  });

  const organiser = async () => (await those.applyAsOrganiser(aForm())).body.id;
  const credential = async () => (await those.applyForCredential(anApplication())).body.id;
  const move = (kind: string, id: string, limitId: string, own: { by?: SignedInClient; key?: string; reason?: string } = {}) =>
    (own.by ?? registrar).post<Record<string, unknown>>(
      `/${kind}-applications/${id}/limit`,
      { limitId, reason: own.reason ?? '统一期限' },
      own.key ?? aKey(),
    );
  const alike = async () => (await house.inside.get<ApplicationsAlike[]>('/internal/applications/alike')).body;
  const of = (rows: readonly ApplicationsAlike[], subject: string) => rows.find(({ subjects }) => subjects.includes(subject));

  it.each([
    ['organiser', organiser, 'limit-new-organiser-2'],
    ['credential', credential, 'limit-new-credential-2'],
  ])(
    'to be an %s goes by another limit when the department moves it, once, with a reason, from the day it was counted from [P32]',
    async (kind, apply, limitId) => {
      const id = await apply();
      const subject = `${kind}Application/${id}`;
      await those.setDue(subject, '2023-08-22', received);
      const key = aKey();
      const [first, again] = [await move(kind, id, limitId, { key }), await move(kind, id, limitId, { key })];
      expect([first.status, again.body]).toEqual([200, first.body]);
      expect((await those.facts(subject)).at(-1)).toMatchObject({ act: 'moveLimit', limitId, countsFrom: '2023-08-10T16:00:00.000Z' });
      const [entry] = (await house.app.get(Ledger).timeline(subject)).slice(-1);
      expect(entry).toMatchObject({
        by: 'person-sx-kjt-1',
        text: { reason: '统一期限' },
        detail: { limitId, previousDueOn: '2023-08-22' },
      });

      await those.setDue(subject, '2023-08-24', received, limitId);
      expect((await those.facts(subject)).at(-1)).toMatchObject({ act: 'setDue', limitId, dueAt: '2023-08-24T16:00:00.000Z' });
      const { lastFact } = (await move(kind, id, limitId)).body;
      expect(lastFact).toBe((await those.facts(subject)).length);
      expect((await those.facts(subject)).map(({ act }) => act)).toEqual(['apply', 'setDue', 'moveLimit', 'setDue']);
      expect(await house.app.get(Ledger).verify(subject)).toBeNull();
    },
  );

  it('keeps the limit it was moved to when the calendar is another, and begins with none again once its password fell void [P32 P40]', async () => {
    const id = await organiser();
    const subject = `organiserApplication/${id}`;
    await those.setDue(subject, '2023-08-22', received);
    await move('organiser', id, 'limit-new-organiser-2');
    await those.setDue(subject, '2023-08-24', received, 'limit-new-organiser-2');
    await house.app.get(ApplicationsActivities, { strict: false }).recountApplications({ version: 9, at: received, cursor: null });

    expect((await those.facts(subject)).at(-1)).toMatchObject({ act: 'recount', limitId: 'limit-new-organiser-2' });
  });

  it('that is being counted will be by it, and one that was late is late no more when its day lies ahead [P31 P32]', async () => {
    const [fresh, late] = [await organiser(), await organiser()];
    await move('organiser', fresh, 'limit-new-organiser-2');
    expect((await those.facts(`organiserApplication/${fresh}`)).at(-1)).toMatchObject({
      countsFrom: received,
      limitId: 'limit-new-organiser-2',
    });

    const subject = `organiserApplication/${late}`;
    await those.setDue(subject, '2023-08-22', received);
    await those.time('escalate', subject, '2023-08-22T16:00:00.000Z');
    await move('organiser', late, 'limit-new-organiser-2');
    await those.setDue(subject, '2023-08-24', '2023-08-23T02:00:00.000Z', 'limit-new-organiser-2');
    expect((await those.facts(subject)).at(-1)).toMatchObject({ dueAt: '2023-08-24T16:00:00.000Z' });
  });

  it('that was due on a day on which the system was down has as many days more, once, and keeps them when it is moved [P31 P32]', async () => {
    const [id, other] = [await organiser(), await organiser()];
    const [subject, inTime] = [`organiserApplication/${id}`, `organiserApplication/${other}`];
    await those.setDue(subject, '2023-09-15', received);
    await those.setDue(inTime, '2023-09-14', received);
    await those.time('escalate', subject, '2023-09-15T16:00:00.000Z');
    const at = '2023-09-16T01:00:00.000Z';
    const page = { lost: { on: '2023-09-15', workdays: 1, days: 3, saidBy: 'window/h1-2023#4' }, at, cursor: null };
    const activities = house.app.get(ApplicationsActivities, { strict: false });
    expect([await activities.extendApplications(page), await activities.extendApplications(page)]).toEqual([
      { moved: 1, next: null },
      { moved: 0, next: null },
    ]);
    expect((await those.facts(subject)).at(-1)).toMatchObject({
      act: 'extend',
      by: null,
      extraDays: 1,
      countsFrom: '2023-08-10T16:00:00.000Z',
    });
    await those.setDue(subject, '2023-09-18', at, 'limit-new-organiser');
    expect((await activities.extendApplications(page)).moved).toBe(0);
    const [entry] = (await house.app.get(Ledger).timeline(subject)).slice(-2);
    expect(entry).toMatchObject({ kind: 'extend', detail: { saidBy: 'window/h1-2023#4', previousDueOn: '2023-09-15', days: 1 } });
    expect((await those.facts(subject)).at(-1)).toMatchObject({ dueAt: '2023-09-18T16:00:00.000Z', extraDays: 1 });
    expect(of(await alike(), subject)).toMatchObject({ dueOn: '2023-09-18', extraDays: 1 });
    await move('organiser', id, 'limit-new-organiser-2');
    expect((await those.facts(subject)).at(-1)).toMatchObject({ act: 'moveLimit', extraDays: 1 });
    expect((await those.facts(inTime)).map(({ act }) => act)).toEqual(['apply', 'setDue']);
  });

  it('is moved by nobody else, to no limit of something else, without a reason not at all, and not once it is decided', async () => {
    const [id, over] = [await organiser(), await organiser()];
    const [bureau, department] = [await house.signIn('sx-energy-admin'), await house.signIn('sx-kjt-admin')];
    await department.post(`/organiser-applications/${over}/refuse`, { reason: '重复' }, aKey());
    const wrong = { status: 422, body: { code: 'INVALID_INPUT', details: { fields: [{ field: 'limitId' }] } } };
    for (const limitId of ['limit-new-credential-2', 'limit-elsewhere', 'limit-nobody']) {
      expect(await move('organiser', id, limitId)).toMatchObject(wrong);
    }
    expect((await move('organiser', id, 'limit-new-organiser-2', { reason: ' ' })).status).toBe(422);
    expect((await move('organiser', id, 'limit-new-organiser-2', { by: bureau })).status).toBe(403);
    expect((await move('organiser', over, 'limit-new-organiser-2')).body).toMatchObject({ code: 'APPLICATION_DECIDED' });
    expect((await those.facts(`organiserApplication/${id}`)).map(({ act }) => act)).toEqual(['apply']);
  });

  it('is told of with those that go by the same limit to the same day, for whoever previews another; what is over or uncounted is not', async () => {
    const [one, other, uncounted] = [await credential(), await credential(), await credential()];
    for (const id of [one, other]) {
      await those.setDue(`credentialApplication/${id}`, '2023-08-18', received, 'limit-new-credential');
    }
    const rows = await alike();
    expect(of(rows, `credentialApplication/${one}`)).toEqual({
      ...{ about: 'new-credential', deskId: 'org-changzhi-energy', startOn: '2023-08-11', dueOn: '2023-08-18', provisional: false },
      ...{ rule: { value: 7, unit: 'workdays', source: 'S60' }, limitId: 'limit-new-credential', extraDays: 0, count: 2 },
      subjects: [`credentialApplication/${one}`, `credentialApplication/${other}`].sort(),
    });
    expect(of(rows, `credentialApplication/${uncounted}`)).toBeUndefined();
  });
});
