import ICAL from 'ical.js';
import { feedbackForms } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { aCaller } from '@dengke/test-kit';
import { aLiaisonForm, asked, cascadeOf, letterA, withCascade } from '../../testing/a-cascade';
import { aHouse } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import type { CalendarFeedDto } from './calendar-feed.dto';

jest.setTimeout(60_000);

const at = '2023-09-12T02:00:00.000Z';
const liaison = 'county-03-1';

/** As an independent reader of RFC 5545 understands it; strictly. */
function eventsIn(text: string): { uid: string; summary: string; day: string; wholeDay: boolean; ends: string }[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, startDate, endDate } = new ICAL.Event(component, { strictExceptions: true });
    return { uid, summary, day: startDate.toString(), wholeDay: startDate.isDate, ends: endDate.toString() };
  });
}

describe('one’s deadlines as a calendar', () => {
  let house: House;
  let noticeId: string;
  const as = (personId: string) => house.http.as(aCaller({}, personId));
  const renew = async (personId: string): Promise<string> => {
    const { body } = await as(personId).put<CalendarFeedDto>('/api/v1/calendar-feed');
    return new URL(body.address ?? '').pathname;
  };
  const read = (path: string) => house.app.get(BusinessClock).at(at, () => house.http.anonymous.get<string>(path));

  beforeAll(async () => {
    house = await aHouse();
    await withCascade(house);
    const down = cascadeOf(house);
    noticeId = (await down.issue('changzhi', { ...letterA, ...asked, reach: 'addressees' }, '2023-09-11')).id;
    await down.sign('county-04', noticeId);
    const sealId = await down.upload('county-04');
    const { declaration } = feedbackForms.liaison;
    await down.answer('county-04', noticeId, { filledIn: aLiaisonForm(), declaration, sealId });
    house.accounts.knows('/internal/deadlines', [
      { deadlineId: 'organiserApplication/a1@2023-09-20', subject: 'organiserApplication/a1', dueOn: '2023-09-20', provisional: false },
    ]);
    house.achievements.knows('/internal/deadlines', [
      { deadlineId: 'd-1', subject: 'submission/2023-000001', dueOn: '2024-01-05', provisional: true },
    ]);
  });
  afterAll(() => house.close());

  it('is opened, read without signing in, and is valid: whole days, wherever they run, what is provisional said so [S12 P40]', async () => {
    expect((await as(liaison).get<CalendarFeedDto>('/api/v1/calendar-feed')).body).toEqual({ address: null });
    const address = await renew(liaison);
    const { status, headers, body } = await read(address);

    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(eventsIn(body).map(({ summary, day, wholeDay, ends }) => [summary, day, wholeDay, ends])).toEqual([
      ['组织管理部门申请到期', '2023-09-20', true, '2023-09-21'],
      ['通知办理到期', '2023-09-28', true, '2023-09-29'],
      ['申报2023-000001到期（暂定，待次年放假安排公布）', '2024-01-05', true, '2024-01-06'],
    ]);
    expect(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect((await as(liaison).get<CalendarFeedDto>('/api/v1/calendar-feed')).body.address).toContain(address);
  });

  it('keeps the name of an event from one reading to the next', async () => {
    const address = await renew(liaison);
    const uids = async () => eventsIn((await read(address)).body).map(({ uid }) => uid);
    expect(await uids()).toEqual(await uids());
    expect(new Set(await uids()).size).toBe(3);
  });

  it('asks achievements for the desks at which one sits, and shows no neighbour’s notices', async () => {
    const answered = eventsIn((await read(await renew('county-04-1'))).body);
    const nobody = eventsIn((await read(await renew('stranger'))).body);

    expect(answered.map(({ summary }) => summary)).not.toContain('通知办理到期');
    expect(nobody.map(({ summary }) => summary)).not.toContain('通知办理到期');
    expect(house.achievements.lastQuery('/internal/deadlines')).toEqual({ person: 'stranger', desks: '' });
    await read(await renew('county-05-1'));
    expect(house.achievements.lastQuery('/internal/deadlines')).toEqual({ person: 'county-05-1', desks: 'county-05' });
  });

  it('opens nothing at an address before the last, a closed one, or one that was made up', async () => {
    const [first, second] = [await renew(liaison), await renew(liaison)];
    const others = second.replace(/calendar-feed\/[^.]*/, `calendar-feed/${Buffer.from('1/county-01-1').toString('base64url')}`);
    expect([await read(first), await read(others), await read('/api/v1/calendar-feed/x.ics')].map(({ status }) => status)).toEqual([
      404, 404, 404,
    ]);
    expect((await read(second)).status).toBe(200);
    await as(liaison).delete('/api/v1/calendar-feed');
    expect((await read(second)).status).toBe(404);
    expect((await read(await renew(liaison))).status).toBe(200);
    expect((await read(second)).status).toBe(404);
  });

  it('is whole or not there: while another service is away it says so, and the reader keeps what it had', async () => {
    const address = await renew(liaison);
    house.accounts.holdsBack();
    expect((await read(address)).status).toBe(503);
    house.accounts.givesOut();
    expect((await read(address)).status).toBe(200);
  });
});
