import { Ledger } from '@dengke/service-kit';
import { anAccountsHouse, standStill } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { aForm, aKey, anApplication, applicants } from '../../testing/applications';
import { ApplicationTimeService } from './application-time.service';
import { ApplicationsActivities } from './applications.activities';
import { WaitingService } from './waiting.service';

const received = '2023-08-11T08:00:00.000Z';
const due = '2023-08-22T16:00:00.000Z';

describe('what time does with applications when nobody moves', () => {
  let house: AccountsHouse;
  let those: ReturnType<typeof applicants>;
  let activities: ApplicationsActivities;
  let department: SignedInClient;
  beforeAll(async () => {
    standStill(received);
    house = await anAccountsHouse();
    those = applicants(house);
    activities = house.app.get(ApplicationsActivities, { strict: false });
    department = await house.signIn('sx-kjt-admin');
  });
  afterAll(async () => {
    jest.useRealTimers();
    await house.close();
  });

  const ofOne = (personId: string) => house.app.get(WaitingService, { strict: false }).of(personId);
  const organiser = async () => `organiserApplication/${(await those.applyAsOrganiser(aForm())).body.id}`;
  const credential = async () => `credentialApplication/${(await those.applyForCredential(anApplication())).body.id}`;
  const detailOf = async (subject: string) => (await house.app.get(Ledger).entriesAfter(subject, 0)).at(-1)?.detail;
  const refuse = (subject: string) =>
    department.post(`/${subject.replace('organiserApplication', 'organiser-applications')}/refuse`, { reason: '重复' }, aKey());

  it('records the due day that achievements has counted, with what explains it, once [P9 P32 S60]', async () => {
    const subject = await organiser();
    const input = { subject, after: 1, at: received, due: dueDay };
    const both = [await activities.setDue(input), await activities.setDue(input)];

    expect(both).toEqual([[expect.objectContaining({ number: 2, act: 'setDue', countsFrom: null, dueAt: due })], both[0]]);
    const id = subject.split('/')[1] ?? '';
    expect((await department.get(`/organiser-applications/${id}`)).body).toMatchObject({ dueOn: '2023-08-22', due: dueDay });
    await expect(those.setDue(subject, '2023-08-25', received)).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
  });

  it('tells the level above when the desk is late, and decides nothing [P9 P31]', async () => {
    const [mine, theirs] = [await organiser(), await credential()];
    for (const subject of [mine, theirs]) {
      await those.setDue(subject, '2023-08-22', received);
      await expect(those.time('escalate', subject, '2023-08-22T15:59:59.999Z')).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
      const [fact] = await those.time('escalate', subject, due);
      expect(fact).toMatchObject({ act: 'escalate', by: null, dueAt: null });
      await expect(those.time('escalate', subject, due)).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
    }
    expect(await detailOf(mine)).toMatchObject({ state: 'received', deskId: 'org-sx-kjt', informedOrganisationId: 'org-sx-kjt' });
    expect(await detailOf(theirs)).toMatchObject({
      state: 'applied',
      deskId: 'org-changzhi-energy',
      informedOrganisationId: 'org-sx-energy',
    });
    expect((await refuse(mine)).status).toBe(200);
  });

  it('counts a due day anew that an earlier edition of the calendar gave, once, and who was told of its lateness hears of a later day only [P40 P42]', async () => {
    const [mine, late] = [await organiser(), await organiser()];
    for (const subject of [mine, late]) {
      await those.setDue(subject, '2023-08-22', received);
    }
    await those.time('escalate', late, due);
    const page = { version: 2, at: '2023-08-23T02:00:00.000Z', cursor: null };
    expect((await activities.recountApplications(page)).moved).toBeGreaterThanOrEqual(2);
    expect((await activities.recountApplications(page)).moved).toBe(0);

    for (const subject of [mine, late]) {
      expect((await those.facts(subject)).at(-1)).toMatchObject({ act: 'recount', countsFrom: '2023-08-10T16:00:00.000Z' });
      await those.setDue(subject, '2023-08-22', page.at);
    }
    expect((await those.facts(mine)).at(-1)?.dueAt).toBe(due);
    expect((await those.facts(late)).at(-1)?.dueAt).toBeNull();
  });

  it('counts the others anew where one is decided meanwhile', async () => {
    const [mine, decided] = [await organiser(), await organiser()];
    for (const subject of [mine, decided]) {
      await those.setDue(subject, '2023-08-22', received);
    }
    const time = house.app.get(ApplicationTimeService, { strict: false });
    const recount = time.recount.bind(time);
    jest.spyOn(time, 'recount').mockImplementationOnce(async (...first) => {
      await refuse(decided);
      return recount(...first);
    });
    await activities.recountApplications({ version: 3, at: '2023-08-23T02:00:00.000Z', cursor: null });

    expect([(await those.facts(mine)).at(-1)?.act, (await those.facts(decided)).at(-1)?.act]).toEqual(['recount', 'refuse']);
  });

  it('answers a deadline that fires beside a decision with the decision', async () => {
    const subject = await organiser();
    await those.setDue(subject, '2023-08-22', received);
    await refuse(subject);
    const facts = await those.time('escalate', subject, due, 2);

    expect(facts.map(({ act, state }) => [act, state])).toEqual([['refuse', 'refused']]);
    await expect(those.time('escalate', subject, due)).rejects.toMatchObject({ code: 'APPLICATION_DECIDED' });
  });

  it('stands in one unbroken chain per application, and of an unknown one there is nothing', async () => {
    const subject = await organiser();
    await those.setDue(subject, '2023-08-22', received);
    expect(await house.app.get(Ledger).verify(subject)).toBeNull();
    expect(await those.facts('organiserApplication/none')).toEqual([]);
    await expect(those.time('escalate', 'organiserApplication/none', due)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(those.time('escalate', 'submission/none', due)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('waits, for the reminder round, at those who may decide: managers of a bureau, elsewhere the super administrator; also when late', async () => {
    const [mine, theirs, uncounted, over] = [await organiser(), await credential(), await organiser(), await organiser()];
    for (const subject of [mine, theirs, over]) {
      await those.setDue(subject, '2023-08-22', received);
    }
    await those.time('escalate', mine, due);
    await refuse(over);

    const { waiting, next } = await those.waiting();
    const of = (subject: string) => waiting.filter((row) => row.subject === subject);
    expect(next).toBeNull();
    expect(of(mine)).toEqual([
      {
        ...{ deadlineId: `${mine}@2023-08-22`, subject: mine, organisationId: null, personId: 'person-sx-kjt-admin' },
        ...{ startOn: '2023-08-11', dueOn: '2023-08-22' },
      },
    ]);
    expect(of(theirs).map(({ personId }) => personId)).toEqual(['person-changzhi-energy-1', 'person-changzhi-energy-2']);
    expect([...of(uncounted), ...of(over)]).toEqual([]);
    expect(await ofOne('person-sx-kjt-admin')).toContainEqual({
      ...{ deadlineId: `${mine}@2023-08-22`, subject: mine, dueOn: '2023-08-22', provisional: false },
    });
    expect((await ofOne('person-sx-kjt-1')).filter(({ subject }) => [mine, theirs].includes(subject))).toEqual([]);
    expect(Math.max(...waiting.map(({ deadlineId }) => deadlineId.length))).toBeLessThanOrEqual(80);
  });

  it('waits at a deputy of theirs too, as long as he stands in', async () => {
    const subject = await credential();
    await those.setDue(subject, '2023-08-22', received);
    const [position] = await house.database.query<{ id: string }[]>(
      "select id from held_position where personId = 'person-changzhi-energy-1'",
    );
    const deputy = { personId: 'person-taiyuan-energy-1', deputyOf: position?.id, endsOn: '2023-08-18', reason: '休假' };
    expect((await (await house.signIn('sx-energy-admin')).post('/deputies', deputy, aKey())).status).toBe(201);
    const remindedOn = async (day: string) => {
      const { waiting } = await activities.applicationsWaiting({ at: `${day}T01:00:00.000Z`, cursor: null });
      return waiting.flatMap((row) => (row.subject === subject ? [row.personId] : []));
    };

    expect(await remindedOn('2023-08-18')).toContain(deputy.personId);
    expect(await remindedOn('2023-08-21')).not.toContain(deputy.personId);
    expect(await ofOne(deputy.personId)).toContainEqual(expect.objectContaining({ subject }));
  });

  it('comes in pages', async () => {
    const rows = await house.database.query<{ id: string }[]>("select id from organiser_application where state = 'received' limit 1");
    await house.database.query(
      `insert into organiser_application (id, state, deskId, secretDigest, receivedAt, lastAt, dueOn, due, lastFact, version, organiser, nameKey, kind, address,
         postcode, legalRepresentative, leaderName, leaderMobile, department, headName, headMobile, headMail, staffName, staffMobile, staffMail, signedOn)
       select concat('many-', lpad(seq, 3, '0')), state, deskId, secretDigest, receivedAt, lastAt, '2023-08-22', '{"startOn":"2023-08-11"}', 1, 1, organiser, nameKey, kind, address,
         postcode, legalRepresentative, leaderName, leaderMobile, department, headName, headMobile, headMail, staffName, staffMobile, staffMail, signedOn
         from organiser_application, seq_1_to_150 where id = ?`,
      [rows[0]?.id],
    );
    const first = await those.waiting();
    const second = await activities.applicationsWaiting({ at: received, cursor: first.next });
    const subjects = [...first.waiting, ...second.waiting].map(({ subject }) => subject);

    expect([first.next === null, second.next]).toEqual([false, null]);
    expect(subjects.filter((subject) => subject.includes('/many-'))).toHaveLength(150);
    expect(new Set(subjects.filter((subject) => subject.startsWith('organiser'))).size).toBe(
      subjects.filter((subject) => subject.startsWith('organiser')).length,
    );
  });
});

const dueDay = {
  startOn: '2023-08-11',
  dueOn: '2023-08-22',
  dueAt: due,
  provisional: false,
  rule: { value: 7, unit: 'workdays' as const, source: 'S60' },
  skipped: [{ date: '2023-08-12', reason: 'weekend' as const, name: null }],
  calendarVersion: 1,
};
