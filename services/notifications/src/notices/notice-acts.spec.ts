import { feedbackForms } from '@dengke/contract';
import { BusinessClock, Ledger } from '@dengke/service-kit';
import { aHouse, hasOrganisation } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { aKey, aLiaisonForm, asked, cascadeOf, letterA, letterB, letterC, of, withCascade } from '../../testing/a-cascade';
import type { GapLevel } from './gaps.service';
import type { Letter } from './issuing.service';
import { NoticeCopy } from './notice-copy.entity';
import { NoticeTeller } from './notice-teller';
import { Notice } from './notice.entity';
import { OverseeingService } from './overseeing.service';
import { WithdrawingService } from './withdrawing.service';

const declaration = feedbackForms.liaison.declaration;

describe('the acts on a notice', () => {
  let house: House;
  let down: ReturnType<typeof cascadeOf>;
  let numbers = 0;
  const aLetter = (more: Partial<Letter> = {}): Letter => ({ ...letterA, documentNumber: `长能源函〔2023〕${(numbers += 1)}号`, ...more });
  const copy = (noticeId: string, organisationId: string) =>
    house.database.manager.findOneByOrFail(NoticeCopy, { noticeId, organisationId });
  const overseeing = () => house.app.get(OverseeingService);
  const withdrawing = () => house.app.get(WithdrawingService);
  const late = (fn: () => Promise<unknown>, on = '2023-09-15') => house.app.get(BusinessClock).at(`${on}T02:00:00.000Z`, fn);

  beforeAll(async () => {
    house = await aHouse();
    await withCascade(house);
    down = cascadeOf(house);
  });
  afterAll(() => house.close());

  it('are each done once for a key, however often they are sent', async () => {
    const [letter, key, sent] = [aLetter(asked), aKey(), aKey()];
    const first = await down.issue('changzhi', letter, '2023-09-11', key);
    const { id } = first;
    expect(await down.issue('changzhi', letter, '2023-09-11', key)).toEqual(first);
    const signed = await down.sign('county-01', id, '2023-09-12', sent);
    expect(await down.sign('county-01', id, '2023-09-12', sent)).toEqual(signed);

    expect(await house.database.manager.countBy(NoticeCopy, { noticeId: id })).toBe(12);
    const { id: copyId } = await copy(id, 'county-01');
    const entries = await house.app.get(Ledger).entriesAfter(`notice-copy/${copyId}`, 0);
    expect(entries.map(({ kind, by }) => `${kind} ${by}`)).toEqual(['sign county-01-1']);
    await expect(down.issue('changzhi', aLetter(), '2023-09-11', key)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('two people of one addressee at once: one signs, the other meets what stands [P4]', async () => {
    const { id } = await down.issue('changzhi', aLetter());
    const ended = await Promise.allSettled([down.sign('county-02', id), down.sign('county-02', id)]);

    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await copy(id, 'county-02')).version).toBe(2);
  });

  it.each([
    ['a later day', { ...asked, dueOn: '2023-09-29' }, 'dueOn'],
    ['another form', { ...asked, form: 'reply' }, 'form'],
    ['fewer who answer', { reach: 'addressees' }, 'reach'],
    ['a public page', { isPublic: true }, 'isPublic'],
  ] as const)('a forwarder never loosens what the letter above asks of everybody: %s [P4]', async (_, loosened, field) => {
    const { id } = await down.issue('sx-energy', { ...letterB, isPublic: false, documentNumber: aLetter().documentNumber ?? '', ...asked });
    await down.sign('changzhi', id, '2023-09-01');

    await expect(down.forward('changzhi', id, aLetter(loosened))).rejects.toMatchObject({ code: 'NOTICE_LOOSENED', details: { field } });
    const { id: earlier } = await down.forward('changzhi', id, aLetter({ dueOn: '2023-09-25' }));
    expect(await house.database.manager.findOneBy(Notice, { id: earlier })).toMatchObject({
      form: 'liaison',
      dueOn: '2023-09-25',
      parentId: id,
    });
    const { id: inherited } = await down.forward('changzhi', id, aLetter());
    expect(await house.database.manager.findOneBy(Notice, { id: inherited })).toMatchObject({
      ...asked,
      dueAt: '2023-09-28T16:00:00.000Z',
    });
  });

  it('nothing is forwarded or answered before it is signed for, nor by who did not receive it [P4]', async () => {
    const { id } = await down.issue('changzhi', aLetter({ ...asked, addresseeIds: ['county-01'] }));
    const answer = { filledIn: aLiaisonForm(), declaration, sealId: await down.upload('county-01') };

    await expect(down.forward('county-01', id, aLetter())).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });
    await expect(down.answer('county-01', id, answer)).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });
    await expect(down.sign('county-02', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(down.sign('taiyuan', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a county sees what it received and what encloses it, and nothing of its neighbours’ [S9 P3]', async () => {
    const { id } = await down.issue('changzhi', aLetter(asked));
    await down.sign('county-01', id);
    await down.answer('county-01', id, { filledIn: aLiaisonForm(), declaration, sealId: await down.upload('county-01') });
    const { id: further } = await down.forward('county-01', id, { title: '转发', body: '请落实', form: 'liaison', dueOn: '2023-09-20' });
    const see = async (path: string) => (await house.http.as(of('county-02')).get(`/api/v1/notices${path}`)).status;

    expect(await see(`/${id}`)).toBe(200);
    expect(await Promise.all([`/${further}`, `/${id}/gaps`, `/${id}/addressees`, `/${id}/answers`].map(see))).toEqual([404, 404, 404, 404]);
    expect(await see(`/${id}/answers/county-01/seal`)).toBe(404);
    const { body } = await house.http.as(of('county-02')).get<{ items: { id: string }[] }>('/api/v1/notices?box=sent');
    expect(body.items).toEqual([]);
  });

  it('a form comes back whole, with the declaration word for word and a seal of one’s own [S15 S16 S17 S18 S19 P5]', async () => {
    const { id } = await down.issue('changzhi', aLetter(asked));
    await down.sign('county-01', id);
    const whole = { filledIn: aLiaisonForm(), declaration, sealId: await down.upload('county-01') };
    const unsealed = { filledIn: whole.filledIn, declaration };

    await expect(down.answer('county-01', id, unsealed)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(down.answer('county-01', id, { ...whole, filledIn: { ...whole.filledIn, headMobile: '1' } })).rejects.toMatchObject({
      details: { fields: [{ field: 'headMobile', reason: 'feedbackForm' }] },
    });
    await expect(down.answer('county-01', id, { ...whole, declaration: `${declaration}。` })).rejects.toMatchObject({
      code: 'DECLARATIONS_MISSING',
    });
    await expect(down.answer('county-01', id, { ...whole, sealId: await down.upload('county-02') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await down.answer('county-01', id, whole)).state).toBe('answered');
    await expect(down.answer('county-01', id, whole)).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });
  });

  it('goes to those directly below alone, of which a part may be chosen, and to nobody that is closed', async () => {
    await expect(down.issue('changzhi', aLetter({ addresseeIds: ['county-01', 'taiyuan'] }))).rejects.toMatchObject({
      code: 'NOBODY_ADDRESSED',
    });
    await expect(down.issue('unit-coal', aLetter())).rejects.toMatchObject({ code: 'NOBODY_ADDRESSED' });
    await expect(down.issue('not-heard-of-yet', aLetter())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    hasOrganisation(house, 'unit-coke', 'unit', '漳岭焦化', { noticeParentId: 'county-01', closed: true });
    await house.atRest();
    const { id } = await down.issue('changzhi', aLetter());
    await down.sign('county-01', id);
    const { id: further } = await down.forward('county-01', id, { title: '转发', body: '请落实' });

    expect((await house.database.manager.findBy(NoticeCopy, { noticeId: further })).map(({ organisationId }) => organisationId)).toEqual([
      'unit-coal',
    ]);
  });

  it('a number is an issuer’s once; a day without a form, or in the past, is refused [P4]', async () => {
    const letter = aLetter();
    await down.issue('changzhi', letter);

    await expect(down.issue('changzhi', letter)).rejects.toMatchObject({ code: 'DOCUMENT_NUMBER_TAKEN' });
    await expect(down.issue('changzhi', aLetter({ dueOn: '2023-09-28' }))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(down.issue('changzhi', aLetter({ form: 'reply', dueOn: '2023-08-06' }))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const malformed = { ...letterC, documentNumber: '晋科函[2023]132号' };
    expect((await house.http.as(of('kjt')).post('/api/v1/notices', malformed, { key: aKey() })).status).toBe(422);
  });

  it('the issuer urges once a day, and withdraws with a reason that stands beside the ledger; then nothing more is done [P5 P31]', async () => {
    const { id } = await down.issue('changzhi', aLetter(asked), '2023-09-11');
    await late(() => overseeing().urge(of('changzhi'), aKey(), id));
    await expect(late(() => overseeing().urge(of('changzhi'), aKey(), id))).rejects.toMatchObject({ code: 'URGED_TODAY' });
    await expect(late(() => overseeing().urge(of('sx-energy'), aKey(), id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(late(() => withdrawing().withdraw(of('changzhi'), aKey(), id, ' '))).rejects.toMatchObject({ code: 'REASON_MISSING' });
    await late(() => withdrawing().withdraw(of('changzhi'), aKey(), id, '文号有误'));

    await expect(down.sign('county-01', id)).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });
    const timeline = await house.app.get(Ledger).timeline(`notice/${id}`);
    expect(timeline.map(({ number, kind }) => `${number} ${kind}`)).toEqual(['1 issue', '2 urge', '3 withdraw']);
    expect(JSON.stringify(timeline.map(({ detail }) => detail))).not.toContain('文号有误');
    expect(await house.app.get(Ledger).verify(`notice/${id}`)).toBeNull();
  });

  it('a letter that asks for no answer is urged until it is signed for, whom it has reached hears no more; each sentence has its variables filled [P4]', async () => {
    const { id } = await down.issue('changzhi', aLetter({ title: '请周知' }), '2023-09-11');
    await down.sign('county-01', id);
    await late(() => overseeing().urge(of('changzhi'), aKey(), id));
    await late(() => withdrawing().withdraw(of('changzhi'), aKey(), id, '文号有误'));
    await down.tell(id, 3);

    const said = async (county: string) =>
      (await house.messages(`${county}-1`))
        .filter(({ about }) => about['noticeId'] === id)
        .map(({ subject }) => subject.replace(/（.*）/, ''));
    expect(await said('county-02')).toEqual([
      '收到通知《请周知》，请签收',
      '通知《请周知》尚未签收，请尽快签收',
      '通知《请周知》已由发文单位撤销',
    ]);
    expect(await said('county-01')).toEqual(['收到通知《请周知》，请签收', '通知《请周知》已由发文单位撤销']);
  });

  it('ten thousand addressees hear of it page by page, and stand in one report [P4 P5]', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [
      `many-${index}`,
      `企业${index}`,
      'unit',
      `/many-${index}/`,
      '140402',
      'taiyuan',
      0,
    ]);
    await house.database.query('insert into organisation (id, name, kind, path, areaCode, noticeParentId, closed) values ?', [rows]);
    const { id } = await down.issue('taiyuan', aLetter(asked));
    let pages = 0;
    for (let next: string | null = null; pages === 0 || next !== null; pages += 1) {
      ({ next } = await house.app.get(NoticeTeller).page(id, 1, next));
    }
    const { body } = await house.http.as(of('taiyuan')).get<GapLevel[]>(`/api/v1/notices/${id}/gaps`);

    expect(pages).toBe(51);
    expect(body).toEqual([expect.objectContaining({ addressees: 10_000, answered: 0 })]);
    expect(body[0]?.missing).toHaveLength(100);
    expect(await house.database.manager.findOneBy(Notice, { id })).toMatchObject({ toldFact: 1 });
  });
});
