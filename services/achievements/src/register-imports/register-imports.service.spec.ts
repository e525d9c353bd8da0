import { randomUUID } from 'node:crypto';
import type { Problem } from '@dengke/contract';
import { aCaller, aZip, sheetParts } from '@dengke/test-kit';
import { Workbook } from 'exceljs';
import { allOk } from '../../testing/a-desk-world';
import { aForm, aUnit } from '../../testing/a-form';
import { approved, unitAdmin, withPublicity } from '../../testing/a-publicity';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { aSubmission } from '../../testing/a-submission';
import { actAt, atDesk } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import type { DraftView } from '../drafts/drafts.dto';
import type { DraftLikenesses, Likenesses } from '../likenesses/likenesses.dto';
import { TitleWatch } from '../likenesses/title-watch.service';
import type { RegisterEntryDto } from '../register/register.dto';
import { seedAchievements } from '../seed';
import type { RegisterImportDto } from './register-imports.dto';
import { registerSheet } from './register-rows';

type Line = Record<string, string | number | object>;
const august = '2023-08-10T02:00:00.000Z';
const [registrar, completer] = [
  aCaller({ organisationId: 'org-sx-kjt', organisationKind: 'department', role: 'manager' }, 'importer'),
  someoneOf(aUnit.id),
];
const aLine = (serial: number, name: string, more: Line = {}): Line => ({
  ...{
    登记号: `9992022Y${String(serial).padStart(4, '0')}`,
    成果名称: name,
    成果类别: '应用技术',
    完成单位: `${aUnit.name}；某大学`,
    完成人: '甲某、乙某',
  },
  ...{ 批准登记日期: '2022-10-09', 统一社会信用代码: aUnit.uscc, 行政区划: '140403' },
  ...more,
});
async function aSheet(lines: readonly Line[]): Promise<Buffer> {
  const workbook = new Workbook();
  const titles = Object.values(registerSheet.columns);
  workbook.addWorksheet('登记库').addRows([titles, ...lines.map((line) => titles.map((title) => line[title] ?? ''))]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('importing what was registered before', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
    await withPublicity(world, 0);
  }, 60_000);
  afterAll(() => world.end());

  const send = (content: Buffer, query = '', fileName = '登记库.xlsx', key: string = randomUUID()) =>
    world.upload<RegisterImportDto & Problem>(registrar, `/register/imports${query}`, [{ name: 'sheet', value: content, fileName }], key);
  const told = ({ faults = [] }: Partial<RegisterImportDto>) => faults.map(({ row, field, code }) => `${row} ${field} ${code}`);
  const everything = () =>
    world.database.query<object[]>('checksum table imported_registration, register_entry, submission_mark, number_series, ledger_entry');
  const compared = async (): Promise<void> => {
    const titles = world.app.get(TitleWatch, { strict: false });
    for (let wait = 0; wait === 0;) {
      wait = await titles.step();
    }
  };

  it('looks first, then takes all of it into the register, marked as imported; the same request again is the same import [P19 S50]', async () => {
    const sheet = await aSheet([aLine(11, '矿井乏风氧化供热技术'), aLine(12, '已注销的旧成果', { 注销日期: '2022-12-01' })]);
    const before = await everything();
    expect((await send(sheet, '?dryRun=true')).body).toEqual({ rows: 2, faults: [], importId: null });
    expect(await everything()).toEqual(before);

    const { status, body } = await send(sheet, '', '登记库.xlsx', 'import-register-once');
    expect([status, body.rows, body.faults]).toEqual([201, 2, []]);
    const after = await everything();
    expect((await send(sheet, '', '登记库.xlsx', 'import-register-once')).body).toEqual(body);
    expect(await everything()).toEqual(after);

    const entry = (await world.anonymous.get<RegisterEntryDto>('/register/9992022Y0011')).body;
    expect(entry).toMatchObject({
      units: [aUnit.name, '某大学'],
      completers: ['甲某', '乙某'],
      registrationYear: 2022,
      approvedOn: '2022-10-09',
    });
    expect(entry.importedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await world.anonymous.get<{ items: object[] }>('/register/announcements')).body.items).toEqual([]);
  });

  it('names each wrong cell by row and field, never by its value, and then takes nothing of the file', async () => {
    const lines = [
      aLine(21, '无误的一行'),
      aLine(21, '登记号重复'),
      aLine(11, '已有的登记号'),
      aLine(22, '', { 登记号: '科成登字0001', 成果类别: '其他', 批准登记日期: '2022年10月', 统一社会信用代码: '9114' }),
      aLine(23, '公式', { 成果简介: { formula: '1+1', result: 2 }, 完成单位: '=HYPERLINK("x")' }),
      aLine(24, '与登记号不一致', { 成果类别: '软科学', 批准登记日期: '2021-10-09' }),
      aLine(25, '登记前注销', { 批准登记日期: '2022-10-09', 注销日期: '2022-10-08' }),
      aLine(26, '当日注销', { 批准登记日期: '2022-10-09', 注销日期: '2022-10-09' }),
    ];
    const before = await everything();
    const [dry, act] = [await send(await aSheet(lines), '?dryRun=true'), await send(await aSheet(lines))];

    expect(told(dry.body).sort()).toEqual(
      ['3 number repeated', '4 number taken', '5 number malformed', '5 name required', '5 category malformed', '5 approvedOn malformed']
        .concat(['5 uscc malformed', '6 summary formula', '6 units formula', '7 approvedOn against', '7 category against'])
        .concat(['8 cancelledOn beforeApproval'])
        .sort(),
    );
    expect([act.status, act.body.code, told(act.body.details ?? {})]).toEqual([422, 'IMPORT_REFUSED', told(dry.body)]);
    expect(JSON.stringify(act.body)).not.toMatch(/科成登字|HYPERLINK|其他/);
    expect(await everything()).toEqual(before);
  });

  it('takes the same as JSON', async () => {
    const row = {
      number: '0142019R0007',
      name: '能源转型路径研究',
      category: 'soft',
      units: ['某研究院'],
      completers: ['丙某'],
      approvedOn: '2019-05-06',
    };
    const asJson = (body: unknown) => send(Buffer.from(JSON.stringify(body)), '', '登记库.json');

    expect((await asJson({ rows: [row] })).status).toBe(201);
    expect((await world.anonymous.get<RegisterEntryDto>('/register/0142019R0007')).body).toMatchObject({
      category: 'soft',
      areaCode: '14',
    });
    expect((await asJson({ rows: [{ ...row, secret: '1' }] })).body.code).toBe('SHEET_REFUSED');
    expect(told((await asJson({ rows: [{ ...row, number: '0142019R0008', units: [{ name: 'x' }] }] })).body.details ?? {})).toEqual([
      '1 units formula',
    ]);
  });

  it('refuses the same achievement to whoever submits it, but for what was cancelled [P19 S8 S50]', async () => {
    await expect(aSubmission(world, completer, '矿井乏风氧化供热技术', august)).rejects.toMatchObject({ code: 'ALREADY_REGISTERED' });
    const draft = await world.as(completer).post<DraftView>('/drafts', { form: aForm({ name: '矿井乏风氧化供热技术' }) });
    const { body } = await world.as(completer).get<{ refusals: { code: string }[] }>(`/drafts/${draft.body.id}/gaps`);
    expect(JSON.stringify(body)).toContain('ALREADY_REGISTERED');
    expect(await aSubmission(world, completer, '已注销的旧成果', august)).toMatchObject({ state: 'in-review' });
  });

  it('tells the completer before submit, and asks the desk, also where the import came after the submit [P19]', async () => {
    const { serial } = await aSubmission(world, completer, '高瓦斯矿井低浓度瓦斯提纯利用技术及装备', august);
    await compared();
    const sheet = await aSheet([
      aLine(31, '高瓦斯矿井低浓度瓦斯提纯利用技术与装备', { 完成单位: '某某煤业集团有限公司', 统一社会信用代码: '' }),
    ]);
    expect((await send(sheet)).status).toBe(201);
    await compared();

    const draft = await world.as(completer).post<DraftView>('/drafts', { form: aForm({ name: '低浓度瓦斯提纯利用的技术与装备' }) });
    const near = (await world.as(completer).get<DraftLikenesses>(`/drafts/${draft.body.id}/likenesses`)).body.items;
    expect(near.find(({ registrationNumber }) => registrationNumber === '9992022Y0031')).toMatchObject({
      serial: null,
      state: 'registered',
    });

    await actAt(world, august, unitAdmin, serial, 'release');
    const clerk = atDesk('municipal', 'clerk');
    const { items } = (await world.as(clerk).get<Likenesses>(`/submissions/${serial}/likenesses`)).body;
    const found = items.find(({ other }) => other.imported);
    expect(found).toMatchObject({
      warns: true,
      other: { registrationNumber: '9992022Y0031', units: ['某某煤业集团有限公司'], state: 'registered' },
    });
    await expect(actAt(world, august, clerk, serial, 'recommend', { findings: allOk })).rejects.toMatchObject({
      code: 'LIKENESSES_UNJUDGED',
    });
    const judgement = { other: found?.other.serial, verdict: 'different', reason: '工艺路线不同' };
    expect((await world.as(clerk).post(`/submissions/${serial}/judge-likeness`, judgement, { key: randomUUID() })).status).toBeLessThan(
      300,
    );
    const judged = (await world.as(clerk).get<Likenesses>(`/submissions/${serial}/likenesses`)).body.items;
    expect(judged.find(({ other }) => other.imported)?.judgement).toMatchObject({ verdict: 'different', reason: '工艺路线不同' });
  });

  it('never lets a number of an imported one be given again, nor takes one from where numbers are given here [P34]', async () => {
    const ofYear = (serial: number): Line =>
      aLine(serial, `本年之前的第${serial}项`, { 登记号: `9992023Y${String(serial).padStart(4, '0')}`, 批准登记日期: '2023-02-01' });
    expect((await send(await aSheet([ofYear(41), ofYear(40)]))).status).toBe(201);
    await approved(world, '导入之后的成果', '2023-09-01T02:00:00.000Z');

    expect((await world.anonymous.get('/register/9992023Y0042')).status).toBe(200);
    expect(await world.database.query('SELECT * FROM number_gap')).toEqual([]);
    expect(told((await send(await aSheet([ofYear(43)]), '?dryRun=true')).body)).toEqual(['2 number ours']);
    expect((await send(await aSheet([ofYear(7)]))).status).toBe(201);
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
    ['nothing of a workbook', () => Buffer.from('登记号,成果名称'), '登记库.xlsx', 'FILE_TYPE_REFUSED'],
    ['a bomb', () => aZip([...sheetParts, { name: 'xl/a.xml', content: ' '.repeat(9 * 1024 * 1024) }]), '登记库.xlsx', 'FILE_TYPE_REFUSED'],
    ['macros', () => aZip([...sheetParts, { name: 'xl/vbaProject.bin', content: 'x' }]), '登记库.xlsx', 'FILE_TYPE_REFUSED'],
    ['too many rows', () => aSheet(Array.from({ length: 2_001 }, (_, at) => aLine(at, '某'))), '登记库.xlsx', 'SHEET_REFUSED'],
    ['JSON that is none', () => Buffer.from('{"rows":['), 'a.json', 'SHEET_REFUSED'],
    ['JSON of another shape', () => Buffer.from('['.repeat(500_000)), 'a.json', 'SHEET_REFUSED'],
    ['too much JSON', () => Buffer.alloc(2 * 1024 * 1024 + 1, ' '), 'a.json', 'FILE_TOO_LARGE'],
    ['text that is no UTF-8', () => Buffer.from([0x7b, 0xff, 0x7d]), 'a.json', 'SHEET_REFUSED'],
  ])('refuses a file with %s, and keeps nothing of it', async (_, make, fileName, code) => {
    const before = await everything();
    const { status, body } = await send(await make(), '', fileName);
    expect([status >= 400 && status < 500, body.code]).toEqual([true, code]);
    expect(await everything()).toEqual(before);
  });
});
