import { Ledger } from '@dengke/service-kit';
import { aHouse } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { aKey, asked, cascadeOf, letterA, of, withCascade } from '../../testing/a-cascade';
import type { Letter } from './issuing.service';
import { NoticeCopy } from './notice-copy.entity';
import { NoticeTeller } from './notice-teller';
import { Notice } from './notice.entity';
import { OverseeingService } from './overseeing.service';

const forwarded: Letter = { title: '转发', body: '请落实', form: 'reply', dueOn: '2023-09-20', reach: 'addressees' };

describe('what a desk does about its own letter alone', () => {
  let house: House;
  let down: ReturnType<typeof cascadeOf>;
  let numbers = 0;
  beforeAll(async () => {
    house = await aHouse();
    await withCascade(house);
    down = cascadeOf(house);
  });
  afterAll(() => house.close());

  const act = (as: string, path: string, body: object) =>
    house.http.as(of(as)).post<Record<string, unknown>>(`/api/v1/notices/${path}`, body, { key: aKey() });
  const urge = (id: string, dto: { addresseeIds?: string[] }) =>
    down.at('2023-09-15T02:00:00.000Z', () => house.app.get(OverseeingService).urge(of('changzhi'), aKey(), id, dto));
  const copy = (noticeId: string, organisationId: string) =>
    house.database.manager.findOneByOrFail(NoticeCopy, { noticeId, organisationId });
  const letter = (): Letter => ({ ...letterA, reach: 'addressees', documentNumber: `长能源函〔2023〕${(numbers += 1)}号` });
  /** A letter of the bureau that the county has signed for and forwarded to its two enterprises. */
  const passedOn = async () => {
    const { id } = await down.issue('changzhi', letter());
    await down.sign('county-01', id);
    return { above: id, id: (await down.forward('county-01', id, forwarded)).id };
  };
  const said = async (person: string, noticeId: string) =>
    (await house.messages(person)).filter(({ about }) => about['noticeId'] === noticeId).map(({ subject }) => subject);

  it('a county takes its forwarding back as long as nobody below has answered: recorded, told to those below, and not forwarded any more [P3 P4]', async () => {
    const { above, id } = await passedOn();
    await down.sign('unit-coal', id);
    expect((await copy(above, 'county-01')).forwardedAt).not.toBeNull();

    expect(await act('county-01', `${id}/withdraw`, { reason: '附件有误' })).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    await house.app.get(NoticeTeller).page(id, 2, null);
    expect((await said('unit-coke-1', id)).at(-1)).toBe('通知《转发》已由发文单位撤销');
    const [entry] = (await house.app.get(Ledger).timeline(`notice/${id}`)).slice(-1);
    expect(entry).toMatchObject({ kind: 'withdraw', by: 'county-01-1', text: { reason: '附件有误' } });
    const { id: copyId, forwardedAt } = await copy(above, 'county-01');
    expect(forwardedAt).toBeNull();
    expect((await house.app.get(Ledger).entriesAfter(`notice-copy/${copyId}`, 0)).map(({ kind }) => kind)).toEqual([
      'sign',
      'forward',
      'withdrawForward',
    ]);
    await expect(down.sign('unit-coke', id)).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });
    expect((await down.forward('county-01', above, { ...forwarded, title: '重新转发' })).state).toBe('issued');
    expect((await copy(above, 'county-01')).forwardedAt).not.toBeNull();
  });

  it('stays forwarded where another forwarding stands', async () => {
    const { above, id } = await passedOn();
    await down.forward('county-01', above, { ...forwarded, title: '补充转发' });
    expect((await act('county-01', `${id}/withdraw`, { reason: '重复' })).status).toBe(200);

    expect((await copy(above, 'county-01')).forwardedAt).not.toBeNull();
  });

  it('not once somebody below has answered; a bureau, which issues, still may, with a reason; nobody withdraws another’s [P3 P4]', async () => {
    const { above, id } = await passedOn();
    await down.sign('unit-coal', id);
    await down.answer('unit-coal', id, { filledIn: { reply: '已落实' } }, '2023-09-14');

    expect((await act('county-01', `${id}/withdraw`, { reason: '附件有误' })).body).toMatchObject({ code: 'NOTICE_ANSWERED' });
    expect(await house.database.manager.findOneBy(Notice, { id })).toMatchObject({ state: 'issued', lastFact: 1 });
    expect((await act('county-01', `${above}/withdraw`, { reason: '有误' })).status).toBe(404);
    expect((await act('county-02', `${id}/withdraw`, { reason: '有误' })).status).toBe(404);
    expect((await act('unit-coal', `${id}/withdraw`, { reason: '有误' })).status).toBe(403);
    expect((await act('changzhi', `${above}/withdraw`, { reason: '文号有误' })).status).toBe(200);
  });

  it('urges some by themselves, each once a day; those hear nothing of an urging of all on that day [P5 P31]', async () => {
    const { id } = await down.issue('changzhi', { ...letter(), ...asked });
    await urge(id, { addresseeIds: ['county-02', 'county-03'] });
    await expect(urge(id, { addresseeIds: ['county-03', 'county-04'] })).rejects.toMatchObject({ code: 'URGED_TODAY' });
    await expect(urge(id, { addresseeIds: ['unit-coal'] })).rejects.toMatchObject({ code: 'NOBODY_ADDRESSED' });
    await urge(id, {});
    await expect(urge(id, { addresseeIds: ['county-05'] })).rejects.toMatchObject({ code: 'URGED_TODAY' });
    await house.app.get(NoticeTeller).page(id, 3, null);

    const heard = async (county: string) => (await said(`${county}-1`, id)).filter((sentence) => sentence.includes('尚未反馈')).length;
    expect(await Promise.all(['county-02', 'county-03', 'county-04'].map(heard))).toEqual([1, 1, 1]);
    const told = await house.database.query<{ eventKey: string }[]>(
      'select eventKey from message where recipientId = ? and eventKey like ?',
      ['county-02-1', `notice/${id}#%`],
    );
    expect(told.map(({ eventKey }) => eventKey.split('#')[1])).toEqual(['1', '2']);
  });

  it('of whom has done what was asked nobody is urged by himself', async () => {
    const { id } = await down.issue('changzhi', letter());
    await down.sign('county-02', id);

    await expect(urge(id, { addresseeIds: ['county-02'] })).rejects.toMatchObject({ code: 'NOBODY_ADDRESSED' });
    expect(await urge(id, { addresseeIds: ['county-03'] })).toMatchObject({ state: 'issued' });
    expect((await act('changzhi', `${id}/urge`, { addresseeIds: [] })).status).toBe(422);
  });
});
