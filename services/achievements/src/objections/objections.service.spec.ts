import { randomUUID } from 'node:crypto';
import type { Progress } from '@dengke/contract';
import { BusinessClock, Ledger } from '@dengke/service-kit';
import { aPdf } from '@dengke/test-kit';
import { aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld } from '../../testing/a-service';
import { approved, objecting, registrar, unitAdmin, withPublicity } from '../../testing/a-publicity';
import { actAt, atDesk } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import { ActsService } from '../acts/acts.service';
import { Submission } from '../acts/submission.entity';
import { seedAchievements } from '../seed';
import { Objection } from './objection.entity';
import type { ObjectionListDto, ObjectionPageDto, ObjectionStandingDto, SenderDto, UnitObjectionDto } from './objections.dto';

const grounds = '主要完成人乙某未列入，附实验记录';
const form = { kinds: ['completers', 'truth'], grounds, objector: 'person', name: '乙某某', contact: '0355-0000002' };
/** Publicity has ended. */
const october = '2023-10-08T02:00:00.000Z';
const seal = { name: 'seal', value: aPdf(), fileName: '公章.pdf' };

describe('objections', () => {
  let world: ServiceWorld;
  let serial: string;
  const from = (instant: string, sent: object = form, more: Parameters<typeof objecting>[3] = {}) => {
    jest.spyOn(world.app.get(BusinessClock), 'read').mockResolvedValue(instant);
    return objecting(world, serial, sent, more);
  };

  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
    await withPublicity(world, 30);
    serial = await approved(world, '公示中的成果', '2023-09-01T02:00:00.000Z');
  });
  afterAll(() => world.end());

  const standing = (receipt: string, secret?: string) =>
    world.anonymous.get<ObjectionStandingDto>(`/objections/${receipt}/standing`, secret ? { headers: { 'objection-secret': secret } } : {});
  const act = (receipt: string, verb: string, body: object = { reason: '经核实' }) =>
    world.as(registrar).post<Progress>(`/objections/${receipt}/${verb}`, body, { key: randomUUID() });

  it('are received without an account, and followed with receipt and secret alone [P33]', async () => {
    const { status, body } = await from('2023-09-05T02:00:00.000Z', form, {
      files: [{ name: 'file1', value: aPdf(), fileName: '记录.pdf' }],
    });

    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'received', flaw: null });
    expect(body.receipt).toMatch(/^O2023-\d{6}$/);
    expect((await standing(body.receipt, body.secret)).body).toMatchObject({ serial, state: 'received', reason: null });
    expect((await standing(body.receipt, 'guessed')).status).toBe(404);
    expect((await standing(body.receipt)).status).toBe(404);
    expect((await standing('O2023-999999', body.secret)).status).toBe(404);
  });

  it('are one, however often the same key is sent, and the secret is told once', async () => {
    const key = randomUUID();
    const first = await from('2023-09-05T02:00:00.000Z', form, { key });
    const again = await from('2023-09-06T02:00:00.000Z', form, { key });
    const other = await from('2023-09-06T02:00:00.000Z', { ...form, grounds: '别的理由' }, { key });

    expect(again.body.receipt).toBe(first.body.receipt);
    expect(first.body.secret).toEqual(expect.any(String));
    expect(again.body).not.toHaveProperty('secret');
    expect(other.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it.each([
    ['without a name', { ...form, name: undefined }, []],
    ['without a contact', { ...form, contact: '  ' }, []],
    ['of a unit without its seal', { ...form, objector: 'unit', name: '某单位' }, []],
  ])('%s are anonymous: recorded, not accepted, and nobody can accept them [P33]', async (_, sent, files) => {
    const { status, body } = await from('2023-09-05T02:00:00.000Z', sent, { files });

    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'not-accepted', flaw: 'anonymous' });
    expect((await act(body.receipt, 'accept')).body).toMatchObject({ code: 'OBJECTION_DECIDED' });
  });

  it('of a unit bear its seal [P33]', async () => {
    const sent = { ...form, objector: 'unit', name: '某某单位' };

    expect((await from('2023-09-05T02:00:00.000Z', sent, { files: [seal] })).body).toMatchObject({ state: 'received', flaw: null });
  });

  it('are late at the instant in which publicity ends, and in time the millisecond before [P33]', async () => {
    expect((await from('2023-10-01T15:59:59.999Z')).body).toMatchObject({ state: 'received' });
    expect((await from('2023-10-01T16:00:00.000Z')).body).toMatchObject({ state: 'not-accepted', flaw: 'late' });
  });

  it('to what never was in publicity are refused, as are forms and files that are none', async () => {
    expect((await objecting(world, '2023-999999', form)).status).toBe(404);
    expect((await from('2023-09-05T02:00:00.000Z', { ...form, kinds: ['style'] })).body.code).toBe('INVALID_INPUT');
    expect((await from('2023-09-05T02:00:00.000Z', { ...form, state: 'accepted' })).body.code).toBe('INVALID_INPUT');
    const script = { name: 'file1', value: Buffer.from('<script>alert(1)</script>'), fileName: '证明.pdf' };
    expect((await from('2023-09-05T02:00:00.000Z', form, { files: [script] })).body.code).toBe('FILE_TYPE_REFUSED');
  });

  it('keep who sent them sealed, their words erasable, and neither in the ledger’s detail', async () => {
    const { body } = await from('2023-09-05T02:00:00.000Z');

    const row = await world.database.manager.findOneByOrFail(Objection, { receipt: body.receipt });
    expect([row.name, row.contact].join()).toMatch(/^k1\./);
    const [entry] = await world.app.get(Ledger).timeline(`objection/${body.receipt}`);
    expect(entry?.text).toEqual({ grounds });
    expect(JSON.stringify([entry?.detail, row])).not.toMatch(/乙某某|0000002|实验记录/);
  });

  it('are read by the registrar masked, and whole for a reason that stays in the record', async () => {
    const { body } = await from('2023-09-05T02:00:00.000Z', form, { files: [{ name: 'file1', value: aPdf(), fileName: '记录.pdf' }] });
    const page = await world.as(registrar).get<ObjectionPageDto>(`/objections/${body.receipt}`);
    const whole = await world
      .as(registrar)
      .post<SenderDto>(`/objections/${body.receipt}/sender`, { reason: '电话核实' }, { key: randomUUID() });

    expect(page.body).toMatchObject({ grounds, name: '乙****', contact: '035****', files: [{ part: 'file1', fileName: '记录.pdf' }] });
    expect(whole.body).toEqual({ name: '乙某某', contact: '0355-0000002' });
    const file = await world.download(registrar, `/objections/${body.receipt}/files/file1`);
    expect(file.headers['content-disposition']).toContain('attachment');
    expect((await world.as(registrar).get<ObjectionPageDto>(`/objections/${body.receipt}`)).body.handling).toMatchObject([
      { act: 'reveal', by: registrar.personId, words: '电话核实' },
    ]);
    const list = await world.as(registrar).get<ObjectionListDto>('/objections?state=received');
    expect(list.body.items.map(({ receipt }) => receipt)).toContain(body.receipt);
  });

  it('once accepted are shown to the unit without their sender, answered by it, noted and decided; the sender reads why', async () => {
    const { body } = await from('2023-09-05T02:00:00.000Z');
    const seen = () => world.as(unitAdmin).get<UnitObjectionDto[]>(`/submissions/${serial}/objections`);
    const answer = () =>
      world.as(unitAdmin).post(`/submissions/${serial}/objections/${body.receipt}/answer`, { words: '乙某未参加' }, { key: randomUUID() });
    expect((await seen()).body).toEqual([]);
    expect((await answer()).status).toBe(404);

    expect((await act(body.receipt, 'accept')).body).toMatchObject({ state: 'in-publicity', held: true });
    expect((await seen()).body).toMatchObject([{ receipt: body.receipt, grounds, state: 'accepted', answers: [] }]);
    expect(JSON.stringify((await seen()).body)).not.toMatch(/乙某某|0000002/);
    expect((await answer()).status).toBe(200);
    await world.as(registrar).post(`/objections/${body.receipt}/notes`, { words: '已电话询问' }, { key: randomUUID() });
    const answers = [{ at: expect.any(String) as string, words: '乙某未参加' }];
    expect((await seen()).body).toMatchObject([{ receipt: body.receipt, answers }]);
    expect((await act(body.receipt, 'overrule', { reason: '证据不足' })).body).not.toHaveProperty('held');

    const page = await world.as(registrar).get<ObjectionPageDto>(`/objections/${body.receipt}`);
    expect(page.body.handling.map(({ act: kind, words }) => `${kind} ${words ?? ''}`.trim()).sort()).toEqual(
      ['answer 乙某未参加', 'hold 经核实', 'note 已电话询问', 'overrule 证据不足'].sort(),
    );
    expect((await standing(body.receipt, body.secret)).body).toMatchObject({ state: 'overruled', reason: '证据不足' });
    expect((await answer()).body).toMatchObject({ code: 'OBJECTION_DECIDED' });
  });

  it('are read by nobody while somebody suspects that what they are about is classified, and again once it is cleared [P17]', async () => {
    const other = await approved(world, '登记后涉密核查的成果', '2023-09-01T02:00:00.000Z');
    jest.spyOn(world.app.get(BusinessClock), 'read').mockResolvedValue('2023-09-05T02:00:00.000Z');
    const { body } = await objecting(world, other, form, { files: [{ name: 'file1', value: aPdf(), fileName: '记录.pdf' }] });
    await act(body.receipt, 'accept');
    await act(body.receipt, 'overrule');
    for (const time of ['register', 'reportUp'] as const) {
      const { lastFact } = await world.database.manager.findOneByOrFail(Submission, { serial: other });
      await world.app.get(ActsService, { strict: false }).byWorkflow(time, { serial: other, after: lastFact, at: october });
    }
    const statuses = async (): Promise<number[]> => [
      (await world.as(unitAdmin).get(`/submissions/${other}/objections`)).status,
      (await world.as(registrar).get(`/objections/${body.receipt}`)).status,
      (await world.download(registrar, `/objections/${body.receipt}/files/file1`)).status,
    ];

    expect(await statuses()).toEqual([200, 200, 200]);
    await actAt(world, october, atDesk('ministry'), other, 'suspect', { suspicion: 'other' });
    expect(await statuses()).toEqual([403, 403, 403]);
    await actAt(world, october, atDesk('department', 'head', 'superAdmin'), other, 'clear', { reason: '经核查不涉密' });
    expect(await statuses()).toEqual([200, 200, 200]);
  });

  it('are not answered while somebody suspects that what they are about is classified: nothing is recorded [P17]', async () => {
    const other = await approved(world, '公示中涉密核查的成果', '2023-09-01T02:00:00.000Z');
    jest.spyOn(world.app.get(BusinessClock), 'read').mockResolvedValue('2023-09-05T02:00:00.000Z');
    const { body } = await objecting(world, other, form);
    await act(body.receipt, 'accept');
    await actAt(world, '2023-09-05T02:00:00.000Z', registrar, other, 'suspect', { suspicion: 'other' });

    const path = `/submissions/${other}/objections/${body.receipt}/answer`;
    const answer = await world.as(unitAdmin).post(path, { words: '乙某未参加' }, { key: randomUUID() });
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'SECRECY_SUSPECTED' }]);
    const kinds = (await world.app.get(Ledger).timeline(`objection/${body.receipt}`)).map(({ kind }) => kind);
    expect(kinds).not.toContain('answer');
  });

  it('say nothing of themselves in public', async () => {
    const { headers, body } = await world.anonymous.get<{ items: object[] }>('/publicity');
    const [entry] = body.items;

    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(entry).toEqual({
      ...{ serial, name: '公示中的成果', category: 'applied', firstUnit: aUnit.name, units: [aUnit.name], completers: ['甲某'] },
      ...{ summary: aForm().summary, fromOn: '2023-09-01', toOn: '2023-10-01' },
    });
    expect((await world.anonymous.get(`/publicity/${serial}`)).body).toEqual(entry);
  });
});
