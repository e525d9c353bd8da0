import type { DueReminder } from '@dengke/contract';
import { BusinessClock, Ledger } from '@dengke/service-kit';
import { aHouse, hasPerson } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { aKey, asked, cascadeOf, letterA, letterB, letterC, of, withCascade } from '../../testing/a-cascade';
import { RemindersActivities } from '../reminders/reminders.activities';
import type { GapLevel } from './gaps.service';
import { NoticesActivities } from './notices.activities';
import { OverseeingService } from './overseeing.service';

describe('a letter that is late', () => {
  let house: House;
  let down: ReturnType<typeof cascadeOf>;
  let numbers = 0;
  const numbered = <T extends object>(letter: T) => ({ ...letter, documentNumber: `晋能函〔2023〕${(numbers += 1)}号` });
  const round = async (id: string, days: number, on: string): Promise<void> => {
    const at = `${on}T01:00:00.000Z`;
    const { waiting } = await house.app.get(NoticesActivities).noticesWaiting({ at, cursor: null });
    const mine = waiting.filter(({ subject }) => subject === `notice/${id}`);
    const due = mine.map(({ startOn: _, limit: __, ...one }): DueReminder => ({
      ...one,
      dueOn: one.dueOn ?? '2023-09-14',
      rung: `overdue-${days}`,
    }));
    await house.app.get(RemindersActivities).noteReminders({ on, at, due });
  };
  const told = async (person: string, id: string) =>
    (await house.messages(person))
      .filter(({ about, kind }) => about['noticeId'] === id && kind !== 'notice.issue')
      .map(({ subject }) => subject);
  const steps = async (reader: string, id: string) =>
    (await house.http.as(of(reader)).get<GapLevel[]>(`/api/v1/notices/${id}/gaps`)).body[0]?.escalations.map(({ step, at, to }) => [
      step,
      at,
      to,
    ]);

  beforeAll(async () => {
    house = await aHouse();
    await withCascade(house);
    hasPerson(house, 'sx-energy-admin', { 'sx-energy': ['organiser', 'superAdmin'] });
    hasPerson(house, 'kjt-admin', { kjt: ['department', 'superAdmin'] });
    await house.atRest();
    down = cascadeOf(house);
  });
  afterAll(() => house.close());

  it('climbs from its issuer to the top, a step every three working days, each told once and recorded with who and when [P4 P31]', async () => {
    const { id: C } = await down.issue('kjt', numbered({ ...letterC, isPublic: true }));
    await down.sign('sx-energy', C, '2023-08-08');
    const { id: B } = await down.forward('sx-energy', C, numbered(letterB), '2023-08-20');
    await down.sign('changzhi', B, '2023-09-01');
    const { id } = await down.forward('changzhi', B, numbered({ ...letterA, ...asked, reach: 'addressees' as const }));
    await round(id, 1, '2023-09-28');
    expect(await steps('kjt', id)).toEqual([]);
    await house.app.get(NoticesActivities).noticeFallsDue({ noticeId: id, after: 1, at: '2023-09-28T16:00:00.000Z' });
    const days = [
      ...['2023-10-07', '2023-10-08', '2023-10-09', '2023-10-10', '2023-10-10', '2023-10-11', '2023-10-12', '2023-10-13'],
      ...['2023-10-16', '2023-10-17', '2023-10-18', '2023-10-19', '2023-10-20', '2023-10-23'],
    ];
    for (const on of days) {
      await round(id, new Set(days.slice(0, days.indexOf(on) + 1)).size, on);
    }

    expect(await steps('kjt', id)).toEqual([
      [1, '2023-09-28T16:00:00.000Z', ['长治市能源局']],
      [2, '2023-10-10T01:00:00.000Z', ['长治市能源局', '山西省能源局']],
      [3, '2023-10-13T01:00:00.000Z', ['山西省能源局', '山西省科学技术厅']],
      [4, '2023-10-18T01:00:00.000Z', ['山西省科学技术厅']],
    ]);
    const late = expect.stringMatching(
      /^通知《关于开展科技成果登记的通知》（.*号）逾期未反馈，请督促：12个单位中0个已反馈，12个未反馈：潞州区能源局、/,
    ) as string;
    const heard = ['sx-energy-1', 'sx-energy-admin', 'kjt-1', 'kjt-admin'];
    expect(await Promise.all(heard.map((person) => told(person, id)))).toEqual([[late], [late], [late], [late]]);
    expect(await told('changzhi-1', id)).toHaveLength(1);
    const entries = await house.app.get(Ledger).timeline(`notice/${id}`);
    expect(entries.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'issue changzhi-1',
      'fallDue null',
      ...Array<string>(3).fill('escalate null'),
    ]);
  });

  it('comes one step a round, after days without rounds too, and none when everybody has done what was asked', async () => {
    const { id } = await down.issue('kjt', numbered(letterC), '2023-09-11');
    await round(id, 9, '2023-09-27');
    await round(id, 10, '2023-09-28');
    const { id: met } = await down.issue('kjt', numbered(letterC), '2023-09-11');
    await down.sign('sx-energy', met, '2023-09-12');
    await round(met, 9, '2023-09-27');

    expect(await steps('kjt', id)).toEqual([
      [1, '2023-09-27T01:00:00.000Z', ['山西省科学技术厅']],
      [2, '2023-09-28T01:00:00.000Z', ['山西省科学技术厅']],
    ]);
    expect(await told('kjt-admin', id)).toEqual([
      expect.stringContaining('逾期未签收，请督促：1个单位中0个已签收，1个未签收：山西省能源局'),
    ]);
    expect(await steps('kjt', met)).toEqual([]);
  });

  it('that asks for no answer waits to be signed for, by the limit of receipts, until its ladder is at its end [P4 P31 P32]', async () => {
    const { id } = await down.issue('changzhi', numbered({ ...letterA, addresseeIds: ['county-01', 'county-02'] }), '2023-09-11');
    const waits = async () =>
      (await house.app.get(NoticesActivities).noticesWaiting({ at: '2023-09-14T01:00:00.000Z', cursor: null })).waiting
        .filter(({ subject }) => subject === `notice/${id}`)
        .map(({ organisationId, startOn, dueOn, limit }) => [organisationId, startOn, dueOn, limit]);
    await down.sign('county-01', id);

    expect(await waits()).toEqual([['county-02', '2023-09-11', null, 'receipt']]);
    await round(id, 1, '2023-09-15');
    await round(id, 4, '2023-09-20');
    expect(await waits()).toEqual([]);
  });

  it('is urged by hand by the county that forwarded it, by no other county and no enterprise [S9 S35 P5 P31]', async () => {
    const { id: above } = await down.issue('changzhi', numbered(letterA), '2023-09-11');
    await down.sign('county-01', above);
    const { id } = await down.forward('county-01', above, { title: '转发', body: '请各企业贯彻落实。' });
    await down.sign('unit-coal', id, '2023-09-12');
    const urge = (by: string) =>
      house.app.get(BusinessClock).at('2023-09-20T02:00:00.000Z', () => house.app.get(OverseeingService).urge(of(by), aKey(), id));
    const over = (by: string) => house.http.as(of(by)).post(`/api/v1/notices/${id}/urge`, {}, { key: aKey() });
    await urge('county-01');
    await down.tell(id, 2);

    expect(await told('unit-coke-1', id)).toEqual(['通知《转发》尚未签收，请尽快签收']);
    expect(await told('unit-coal-1', id)).toEqual([]);
    expect((await over('county-02')).status).toBe(404);
    expect((await over('unit-coal')).status).toBe(403);
    await expect(urge('county-01')).rejects.toMatchObject({ code: 'URGED_TODAY' });
  });
});
