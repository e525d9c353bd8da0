import { BusinessClock, inTransaction, Log } from '@dengke/service-kit';
import { aCaller, eventually } from '@dengke/test-kit';
import { cascadeOf, letterA, withCascade } from '../../testing/a-cascade';
import { aHouse, hasPerson } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { SmsOutboxService } from './sms-outbox.service';
import type { OutgoingSms } from './sms-port';
import { SmsPort } from './sms-port';
import { Sms } from './sms.entity';

const mobile = '19900000017';

describe('SMS to those who have chosen them', () => {
  let house: House;
  beforeEach(async () => {
    house = await aHouse({ DENGKE_MAIL_ATTEMPTS: '3' });
    for (const person of ['liu', 'cai']) {
      hasPerson(house, person, {});
      house.accounts.knows(`/internal/people/${person}/mobile`, { mobile: person === 'liu' ? mobile : null });
    }
    await house.atRest();
    for (const person of ['liu', 'cai']) {
      await house.http.as(aCaller({}, person)).put('/api/v1/channels', { topics: [{ topic: 'deadline', mail: true, sms: true }] });
    }
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await house.close();
  });

  const write = (eventKey: string, kind: string, ...people: string[]): Promise<void> =>
    inTransaction(house.database, (manager) =>
      house.app.get(SmsOutboxService).add(
        manager,
        people.map((recipientId) => ({ eventKey, recipientId, kind, subject: '待办提醒：逾期1件' })),
      ),
    );
  const kept = async (): Promise<OutgoingSms[]> =>
    (await house.http.house(house.config.serviceSecret).get<OutgoingSms[]>('/internal/sms')).body;
  const settled = () => eventually(async () => expect(await house.database.manager.countBy(Sms, { state: 'waiting' })).toBe(0), 15_000);

  it('go once for one event, of chosen topics only; the mobile stands in no table and no log', async () => {
    const log = house.app.get(Log);
    const lines = (['debug', 'info', 'warn', 'error', 'at'] as const).map((level) => jest.spyOn(log, level));
    await Promise.all([write('digest/1', 'digest', 'liu', 'cai'), write('digest/1', 'digest', 'liu')]);
    await write('fact#1', 'submission.return', 'liu');
    await settled();

    expect(await kept()).toEqual([{ key: 'digest/1/liu', to: mobile, text: '【登科】待办提醒：逾期1件' }]);
    expect(await house.database.manager.findOneByOrFail(Sms, { recipientId: 'cai' })).toMatchObject({
      state: 'dead',
      lastAnswer: 'no-mobile',
    });
    const rows = JSON.stringify(await house.database.query('select * from sms_outbox'));
    expect([rows.includes(mobile), JSON.stringify(lines.map(({ mock }) => mock.calls)).includes(mobile)]).toEqual([false, false]);
    expect((await house.http.anonymous.get('/internal/sms')).status).toBe(401);
  });

  it('are tried again where a provider refuses for now or is away, and given up in the end', async () => {
    const send = jest.spyOn(house.app.get(SmsPort), 'send');
    send.mockResolvedValueOnce({ kind: 'away' }).mockResolvedValue({ kind: 'refused', forGood: false, word: 'limit' });
    await write('digest/1', 'digest', 'liu');
    await settled();

    expect(await house.database.manager.findOneByOrFail(Sms, { recipientId: 'liu' })).toMatchObject({
      ...{ state: 'dead', attempts: 3, lastAnswer: 'limit' },
    });
    expect(new Set(send.mock.calls.map(([{ key }]) => key))).toEqual(new Set(['digest/1/liu']));
  });

  it('wait for the end of quiet hours', async () => {
    const read = jest.spyOn(house.app.get(BusinessClock), 'read').mockResolvedValue('2023-08-10T15:00:00.000Z');
    await house.http.as(aCaller({}, 'liu')).put('/api/v1/channels', { topics: [], quiet: { beginAt: '22:00', endAt: '07:00' } });
    await write('digest/1', 'digest', 'liu');
    await eventually(async () =>
      expect(await house.database.manager.findOneByOrFail(Sms, { recipientId: 'liu' })).toMatchObject({
        notBefore: '2023-08-10T23:00:00.000Z',
      }),
    );
    expect(await kept()).toEqual([]);

    read.mockResolvedValue('2023-08-10T23:00:00.000Z');
    await settled();
    expect(await kept()).toHaveLength(1);
  });
});

describe('whatever is told by mail', () => {
  let house: House;
  beforeAll(async () => {
    house = await aHouse();
    await withCascade(house);
    const topics = ['decision', 'notice'].map((topic) => ({ topic, mail: true, sms: true }));
    for (const person of ['kjt-1', 'unit-coal-1', 'county-01-1']) {
      await house.http.as(aCaller({}, person)).put('/api/v1/channels', { topics });
    }
  });
  afterAll(() => house.close());

  const told = async (): Promise<string[]> => {
    const rows = await house.database.query<{ recipientId: string; text: string }[]>(
      'SELECT recipientId, text FROM sms_outbox ORDER BY id',
    );
    return rows.map(({ recipientId, text }) => `${recipientId} ${text}`);
  };

  it('is told by SMS to those who have chosen its topic: corrections, objections, entries in a form, letters', async () => {
    const correction = { deskId: 'kjt', unitId: 'unit-coal', askedBy: 'unit-coal-1', registrationNumber: '9992023Y0001' };
    const objection = { receipt: 'O2023-000001', serial: '2023-000001', deskId: 'kjt', state: 'received', flaw: null };
    const entry = { serial: '2023-000001', entry: 'completer/ab12', personId: 'unit-coal-1' };
    house.achievements.tells({ subject: 'correction/c-1', kind: 'approve', detail: correction });
    house.achievements.tells({ subject: 'objection/O2023-000001', kind: 'object', detail: objection });
    house.achievements.tells({ subject: 'named/2023-000001/unit-coal', kind: 'identify', detail: entry });
    await house.atRest();
    const down = cascadeOf(house);
    await down.tell((await down.issue('changzhi', letterA)).id);

    expect(await told()).toEqual([
      'unit-coal-1 【登科】登记号9992023Y0001的更正申请已获批准',
      'kjt-1 【登科】收到对申报2023-000001的公示异议O2023-000001，请决定是否受理',
      'unit-coal-1 【登科】您单位指明您是申报2023-000001所列的完成人，请核对您的署名，确认或提出异议',
      'county-01-1 【登科】收到通知《关于开展科技成果登记的通知》（长能源函〔2023〕114号），请签收',
    ]);
  });
});
