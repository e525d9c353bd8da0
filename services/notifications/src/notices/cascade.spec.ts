import { feedbackForms } from '@dengke/contract';
import { Ledger } from '@dengke/service-kit';
import { sheetsOf } from '@dengke/test-kit';
import { aHouse } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { aLiaisonForm, asked, cascadeOf, counties, letterA, letterB, letterC, of, withCascade } from '../../testing/a-cascade';
import { DigestsService } from '../reminders/digests.service';
import { RemindersService } from '../reminders/reminders.service';
import type { GapLevel } from './gaps.service';
import { NoticesActivities } from './notices.activities';
import type { AddresseeDto, NoticeListDto, NoticePageDto, PublicNoticeDto, PublicNoticeListDto } from './notices.answers';

const { declaration } = feedbackForms.liaison;

describe('letters C, B and A down the cascade to 长治’s twelve counties', () => {
  let house: House;
  let down: ReturnType<typeof cascadeOf>;
  const ids = { C: '', B: '', A: '', county: '' };
  let annexId: string;
  const get = <T>(as: string, path: string) => house.http.as(of(as)).get<T>(`/api/v1/notices${path}`);
  const activities = () => house.app.get(NoticesActivities);

  beforeAll(async () => {
    house = await aHouse();
    await withCascade(house);
    down = cascadeOf(house);
    annexId = await down.upload('kjt', '用户操作手册.pdf');
    ids.C = (await down.issue('kjt', { ...letterC, isPublic: true, annexIds: [annexId] })).id;
    await down.sign('sx-energy', ids.C, '2023-08-08');
    ids.B = (await down.forward('sx-energy', ids.C, letterB, '2023-08-20')).id;
    await down.sign('changzhi', ids.B, '2023-09-01');
    ids.A = (await down.forward('changzhi', ids.B, { ...letterA, ...asked, reach: 'addressees' })).id;
    for (const { id, name } of counties.slice(0, 9)) {
      await down.sign(id, ids.A);
      await down.answer(id, ids.A, { filledIn: aLiaisonForm(name), declaration: declaration ?? '', sealId: await down.upload(id) });
    }
    await down.read(counties[9]?.id ?? '', ids.A);
    ids.county = (await down.forward('county-01', ids.A, { title: '转发', body: '请各企业贯彻落实。' }, '2023-09-20')).id;
  });
  afterAll(() => house.close());

  it('reach whom they are sent to, each enclosing the one before, with numbers, annexes and public flag [S1 S14 S20 S35 S41 S43 S80 P4]', async () => {
    const { body } = await get<NoticePageDto>('county-03', `/${ids.A}`);

    expect(body).toMatchObject({
      documentNumber: '长能源函〔2023〕114号',
      issuer: '长治市能源局',
      form: 'liaison',
      dueOn: '2023-09-28',
      isPublic: false,
    });
    expect(body.encloses.map(({ documentNumber, issuer }) => `${documentNumber} ${issuer}`)).toEqual([
      '晋能源节能函〔2023〕165号 山西省能源局',
      '晋科函〔2023〕132号 山西省科学技术厅',
    ]);
    const enclosed = await get<NoticePageDto>('county-03', `/${ids.C}`);
    expect(enclosed.body.annexes.map(({ fileName }) => fileName)).toEqual(['用户操作手册.pdf']);
    expect((await get('county-03', `/${ids.C}/annexes/${annexId}`)).status).toBe(200);
  });

  it('come down to the enterprises of a county that forwards, which reviews nothing [S9 S10 P3]', async () => {
    const { body } = await get<NoticeListDto>('unit-coal', '');

    expect(body.items).toEqual([
      expect.objectContaining({ id: ids.county, issuer: '潞州区能源局', documentNumber: null, standing: 'sent' }),
    ]);
    expect((await house.http.as(of('county-01')).post('/api/v1/notices', letterA, { key: 'county-issues-1' })).status).toBe(403);
  });

  it('are answered by nine of twelve counties in time; the city reads which three did not, at every level [S12 P5]', async () => {
    const { body } = await get<GapLevel[]>('kjt', `/${ids.C}/gaps`);

    expect(body.map(({ issuer, addressees, signed, forwarded, answered }) => [issuer, addressees, signed, forwarded, answered])).toEqual([
      ['山西省科学技术厅', 1, 1, 1, 0],
      ['山西省能源局', 2, 1, 1, 0],
      ['长治市能源局', 12, 9, 1, 9],
      ['潞州区能源局', 2, 0, 0, 0],
    ]);
    expect(body[2]?.sentence).toBe('12个单位中9个已反馈，3个未反馈：武乡县能源局、沁县能源局、沁源县能源局');
    expect(body[2]?.missing.map(({ name, state }) => `${name} ${state}`)).toEqual([
      '武乡县能源局 read',
      '沁县能源局 sent',
      '沁源县能源局 sent',
    ]);
    expect((await get<AddresseeDto[]>('changzhi', `/${ids.A}/addressees?limit=500`)).body).toHaveLength(12);
  });

  it('show the liaison forms as one sheet to who asked, with what was not answered, and record the reading [S15 S16 S17 S19 P5]', async () => {
    const headers = await house.headersOf(of('changzhi'));
    const answer = await house.app.inject({ method: 'GET', url: `/api/v1/notices/${ids.A}/answers`, headers });
    const [sheet] = sheetsOf(answer.rawPayload);
    const rows = sheet?.rows ?? [];

    expect(rows).toHaveLength(14);
    expect(rows[1]?.slice(4)).toEqual(feedbackForms.liaison.fields.map(({ label }) => label));
    expect(rows[2]?.slice(1, 6)).toEqual(['长治市能源局', '潞州区能源局', expect.any(String), '潞州区能源局', '11140400MB1234567L']);
    expect(rows[13]?.slice(2, 4)).toEqual(['沁源县能源局', '未反馈']);
    expect(await house.app.get(Ledger).timeline(`notice-answers/${ids.A}`)).toEqual([
      expect.objectContaining({ kind: 'export', by: 'changzhi-1', detail: { noticeId: ids.A, answers: 9 } }),
    ]);
  });

  it('keep the forms sealed, and out of the ledger', async () => {
    const sealed = await house.database.query<{ filledIn: string }[]>('select filledIn from notice_answer');
    const entries = JSON.stringify(await house.database.query('select detail from ledger_entry'));

    expect(sealed.every(({ filledIn }) => /^k1\./.test(filledIn))).toBe(true);
    expect(entries).not.toMatch(/1990000000|英雄中路|某科长|关于/);
  });

  it('are told to the desks, a county’s liaisons among them, once each [S12]', async () => {
    const once = await down.tell(ids.A);
    await down.tell(ids.A);

    expect(once).toEqual({ told: 12, next: null });
    expect((await house.messages('county-12-1')).map(({ subject }) => subject)).toEqual([
      '收到通知《关于开展科技成果登记的通知》（长能源函〔2023〕114号），请签收，2023年9月28日前反馈',
    ]);
  });

  it('fall due at the end of 28 September: the city hears of the three, who are late and may still answer [S12 P5 P31]', async () => {
    const due = '2023-09-28T16:00:00.000Z';
    await expect(activities().noticeFallsDue({ noticeId: ids.A, after: 1, at: '2023-09-28T15:59:59.999Z' })).rejects.toMatchObject({
      code: 'NOT_YET_DUE',
    });
    const facts = await activities().noticeFallsDue({ noticeId: ids.A, after: 1, at: due });
    await activities().noticeFallsDue({ noticeId: ids.A, after: 1, at: due });

    expect(facts.map(({ number, act, state }) => `${number} ${act} ${state}`)).toEqual(['2 fallDue due']);
    expect((await house.messages('changzhi-1')).map(({ subject }) => subject)).toEqual([
      '通知《关于开展科技成果登记的通知》（长能源函〔2023〕114号）反馈期限已到，12个单位中9个已反馈，3个未反馈：武乡县能源局、沁县能源局、沁源县能源局',
    ]);
    await down.sign('county-12', ids.A, '2023-10-09');
    const sealId = await down.upload('county-12');
    await down.answer('county-12', ids.A, { filledIn: aLiaisonForm('沁源县能源局'), declaration: declaration ?? '', sealId }, '2023-10-09');
    expect((await get<GapLevel[]>('changzhi', `/${ids.A}/gaps`)).body[0]?.answered).toBe(10);
  });

  it('wait in the daily round for whoever has not answered, with the desk and the last day [P31]', async () => {
    const { waiting: all, next } = await activities().noticesWaiting({ at: '2023-10-09T01:00:00.000Z', cursor: null });
    const waiting = all.flatMap((one) => (one.dueOn === null ? [] : [{ ...one, dueOn: one.dueOn }]));

    expect(next).toBeNull();
    expect(all.filter(({ limit }) => limit === 'receipt').map(({ subject, organisationId }) => [subject, organisationId])).toEqual([
      [`notice/${ids.B}`, 'taiyuan'],
      [`notice/${ids.county}`, 'unit-coal'],
      [`notice/${ids.county}`, 'unit-coke'],
    ]);
    expect(waiting.map(({ subject, organisationId, startOn, dueOn }) => [subject, organisationId, startOn, dueOn])).toEqual([
      [`notice/${ids.A}`, 'county-10', '2023-09-11', '2023-09-28'],
      [`notice/${ids.A}`, 'county-11', '2023-09-11', '2023-09-28'],
    ]);
    const [on, at] = ['2023-10-09', '2023-10-09T01:00:00.000Z'];
    const due = waiting.map((deadline) => ({ ...deadline, rung: 'overdue-1' as const }));
    const reminders = house.app.get(RemindersService);
    expect([await reminders.note(due, on, at), await reminders.note(due, on, at)]).toEqual([2, 0]);
    await house.app.get(DigestsService).send(on, at);
    const [mail] = await house.database.query<{ body: string }[]>(
      "select body from mail_outbox where eventKey = 'digest/2023-10-09' and recipientId = 'county-11-1'",
    );
    expect(mail?.body).toContain(`· 通知办理，2023年9月28日到期（已逾期1个工作日） http://dengke.example/notices/${ids.A}`);
  });

  it('have a page for everybody where they are public, with their annexes, and nothing of who received them [S42 S81]', async () => {
    const list = await house.http.anonymous.get<PublicNoticeListDto>('/api/v1/notices/public');
    const { body } = await house.http.anonymous.get<PublicNoticeDto>(`/api/v1/notices/public/${ids.C}`);

    expect(list.body.items.map(({ documentNumber }) => documentNumber)).toEqual(['晋能源节能函〔2023〕165号', '晋科函〔2023〕132号']);
    expect(Object.keys(body).sort()).toEqual(
      ['annexes', 'body', 'documentNumber', 'dueOn', 'enclosesId', 'id', 'issuedAt', 'issuer', 'title'].sort(),
    );
    expect((await house.http.anonymous.get(`/api/v1/notices/public/${ids.C}/annexes/${annexId}`)).status).toBe(200);
    expect((await house.http.anonymous.get(`/api/v1/notices/public/${ids.A}`)).status).toBe(404);
    expect((await house.http.anonymous.get(`/api/v1/notices/public/${ids.A}/annexes/${annexId}`)).status).toBe(404);
  });
});
