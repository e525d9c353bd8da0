import { randomUUID } from 'node:crypto';
import type { Problem } from '@dengke/contract';
import { Ledger } from '@dengke/service-kit';
import { aCaller } from '@dengke/test-kit';
import { withDocument } from '../../testing/a-registration';
import { aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { aSubmission } from '../../testing/a-submission';
import { AchievementsModule } from '../achievements.module';
import { likenessesOf } from '../likenesses/likeness-rows';
import { TitleWatch } from '../likenesses/title-watch.service';
import { RegisterTermsOfDays20270123000000 } from '../migrations/20270123-register-terms-of-days';
import type { RegisterEntryDto, RegisterPageDto } from '../register/register.dto';
import { seedAchievements } from '../seed';
import type { ImportedCorrectedDto, ImportedCorrectionDto } from './imported-corrections.dto';

const august = '2023-08-10T02:00:00.000Z';
const registrar = aCaller({ organisationId: 'org-sx-kjt', organisationKind: 'department', role: 'manager' }, 'importer');
const completer = someoneOf(aUnit.id);
const number = '9992022Y0031';

describe('a correction of what was registered before', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
    const names = { [number]: '名称有误的旧成果', '9992022Y0032': '尚有效力的旧成果' };
    const rows = Object.entries(names).map(([of, name]) => ({
      ...{ number: of, name, category: 'applied', units: [aUnit.name], completers: ['甲某'], approvedOn: '2022-10-09', uscc: aUnit.uscc },
      ipNumbers: aForm({ name }).ipRights?.map((right) => right.number),
    }));
    const value = Buffer.from(JSON.stringify({ rows }));
    await world.upload(registrar, '/register/imports', [{ name: 'sheet', value, fileName: '登记库.json' }], randomUUID());
  }, 60_000);
  afterAll(() => world.end());

  const correct = (of: string, changes: object, more: object = { uscc: aUnit.uscc }, key: string = randomUUID()) =>
    world.upload<ImportedCorrectedDto & Problem>(
      ...([registrar, `/register/imported/${of}/corrections`, withDocument({ reason: '与证书不符', changes, ...more }), key] as const),
    );
  const entryOf = async (of: string) => (await world.anonymous.get<RegisterEntryDto>(`/register/${of}`)).body;
  const found = async (query: string): Promise<string[]> =>
    (await world.anonymous.get<RegisterPageDto>(`/register?${query}`)).body.items.map((entry) => entry.number);
  const near = async (name: string): Promise<string[]> => {
    const titles = world.app.get(TitleWatch, { strict: false });
    for (let wait = 0; wait === 0;) {
      wait = await titles.step();
    }
    return titles.like(name, aUnit.id, 5).flatMap(({ serial, score }) => (score === 100 ? [serial] : []));
  };

  it('is one recorded act with old and new values, reason and document; the same request again is the same correction [P36]', async () => {
    expect(await near('名称有误的旧成果')).toEqual(['I-000001']);
    const changes = { name: '名称更正的旧成果', completers: ['甲某', '乙某'], summary: '' };
    const { status, body } = await correct(number, changes, undefined, 'correct-imported');
    expect({ status, body }).toEqual({ status: 201, body: { number, serial: 'I-000003' } });
    expect((await correct(number, changes, undefined, 'correct-imported')).body).toEqual(body);

    expect(await entryOf(number)).toMatchObject({ name: '名称更正的旧成果', completers: ['甲某', '乙某'], approvedOn: '2022-10-09' });
    const [kept, ...more] = (await world.as(registrar).get<ImportedCorrectionDto[]>(`/register/imported/${number}/corrections`)).body;
    expect(more).toEqual([]);
    expect(kept).toMatchObject({
      ...{ number, serial: 'I-000003', by: registrar.personId, reason: '与证书不符', document: { fileName: '说明.pdf' } },
      changes: [
        { field: 'name', from: '名称有误的旧成果', to: '名称更正的旧成果' },
        { field: 'completers', from: ['甲某'], to: ['甲某', '乙某'] },
      ],
    });
    const [entry] = await world.app.get(Ledger).timeline(`imported-registration/${number}`);
    expect(entry).toMatchObject({
      kind: 'correctImported',
      by: registrar.personId,
      detail: { before: 'I-000001', fields: ['name', 'completers'] },
    });
    const { status: found } = await world.download(registrar, '/register/imported/corrections/I-000003/document');
    expect(found).toBe(200);
  });

  it('finds duplicates by what is right now, exactly and by near names, and no more by what was wrong [P19]', async () => {
    expect(await near('名称有误的旧成果')).toEqual([]);
    expect(await near('名称更正的旧成果')).toEqual(['I-000003']);
    await expect(aSubmission(world, completer, '名称更正的旧成果', august)).rejects.toMatchObject({ code: 'ALREADY_REGISTERED' });
    expect(await aSubmission(world, completer, '名称有误的旧成果', august)).toMatchObject({ state: 'in-review' });
  });

  it('marks as cancelled what was cancelled since: it stays with its day, and is nobody’s duplicate [P36]', async () => {
    await expect(aSubmission(world, completer, '尚有效力的旧成果', august)).rejects.toMatchObject({ code: 'ALREADY_REGISTERED' });
    expect((await correct('9992022Y0032', { cancelledOn: '2023-03-01' }, {})).status).toBe(201);

    expect(await entryOf('9992022Y0032')).toMatchObject({ cancelledOn: '2023-03-01', importedOn: expect.any(String) as string });
    expect(await near('尚有效力的旧成果')).toEqual([]);
    const { state, serial } = await aSubmission(world, completer, '尚有效力的旧成果', august);
    expect(state).toBe('in-review');
    expect((await likenessesOf(world.database.manager, serial)).filter(({ sameNumber }) => sameNumber)).toEqual([]);
  });

  it('of the day is found in the register as before, by name, unit, completer and area', async () => {
    expect((await correct(number, { approvedOn: '2022-10-08' })).status).toBe(201);

    for (const query of ['name=名称更正', `unit=${aUnit.name}`, 'completer=乙某', 'areaCode=140403']) {
      expect([query, await found(query)]).toEqual([query, expect.arrayContaining([number])]);
    }
  });

  it('of the day that was made before the database wrote terms by it is found too: the migration writes them', async () => {
    const runner = world.database.createQueryRunner();
    const migration = new RegisterTermsOfDays20270123000000();
    await migration.down(runner);
    expect((await correct(number, { approvedOn: '2022-10-07' })).status).toBe(201);
    expect(await found('name=名称更正')).toEqual([]);
    await migration.up(runner);
    await runner.release();

    expect(await found('name=名称更正')).toEqual([number]);
  });

  it('of another field is possible where days that came in earlier contradict one another, and of the days only so that they do not', async () => {
    await world.database.query("UPDATE register_entry SET cancelledOn = '2022-01-01' WHERE number = ?", ['9992022Y0032']);

    expect((await correct('9992022Y0032', { completers: ['丙某'] }, {})).status).toBe(201);
    expect((await entryOf('9992022Y0032')).completers).toEqual(['丙某']);
    expect((await correct('9992022Y0032', { approvedOn: '2022-10-08' }, {})).body).toMatchObject({
      ...{ code: 'INVALID_INPUT', details: { fields: [{ field: 'changes.cancelledOn', reason: 'notBeforeApproval' }] } },
    });
    expect((await correct('9992022Y0032', { approvedOn: '2021-12-31' }, {})).status).toBe(201);
  });

  it('is refused where nothing changes, for what was not imported, and without a reason or with a wrong code', async () => {
    expect((await correct(number, { name: '名称更正的旧成果' })).body.code).toBe('NOTHING_CORRECTED');
    expect((await correct('9992022Y0099', { name: '无此成果' })).body.code).toBe('NOT_FOUND');
    expect((await correct(number, { name: '又一名称' }, { reason: '' })).body.code).toBe('INVALID_INPUT');
    expect((await correct(number, { name: '又一名称' }, { uscc: '9114' })).body.code).toBe('INVALID_INPUT');
    expect((await correct(number, { cancelledOn: '2000-01-01' })).body).toMatchObject({
      ...{
        code: 'INVALID_INPUT',
        details: { fields: [expect.objectContaining({ field: 'changes.cancelledOn', reason: 'notBeforeApproval' })] },
      },
    });
    expect((await world.as(completer).get<Problem>(`/register/imported/${number}/corrections`)).status).toBe(403);
    expect((await entryOf(number)).name).toBe('名称更正的旧成果');
  });
});
