import { Workbook } from 'exceljs';
import type { Worksheet } from 'exceljs';
import { aMultipart, aZip, sheetParts } from '@dengke/test-kit';

import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import type { ImportedPeopleDto, ImportedUnitsDto } from './imports.dto';

type Answer = ImportedUnitsDto & ImportedPeopleDto & { code?: string; details?: Partial<ImportedUnitsDto> & { missing?: string[] } };
type Line = (string | number | object | null)[];

const unitTitles = ['单位名称', '统一社会信用代码', '单位属性', '行政区划', '电话'];
const peopleTitles = ['姓名', '手机', '邮箱', '单位统一社会信用代码', '角色', '用户名'];
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const codeOf = (serial: number): string => {
  const body = `91140000ZZ${String(serial).padStart(7, '0')}`.replace(/Z/g, 'M');
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(body.charAt(at)), 0);
  return body + alphabet.charAt((31 - (sum % 31)) % 31);
};
const aUnit = (serial: number): Line => [`第${serial}示范电厂`, codeOf(serial), '企业', '140423', '0355-1234567'];

async function aSheet(titles: string[], lines: Line[], change?: (workbook: Workbook) => void): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.addWorksheet('名单').addRows([titles, ...lines]);
  change?.(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

type Ruled = Worksheet & { dataValidations: { add(range: string, rule: object): void } };
/** A reader that spreads a rule out over its cells never comes to an end. */
const rulesEverywhere = ({ worksheets: [sheet] }: Workbook): void =>
  (sheet as Ruled).dataValidations.add('A2:XFD1048576', { type: 'list', formulae: ['"企业,其他"'] });

describe('importing units and people from a sheet', () => {
  let house: AccountsHouse;
  let energy: SignedInClient;
  let keys = 0;
  beforeAll(async () => {
    house = await anAccountsHouse();
    energy = await house.signIn('sx-energy-admin');
  });
  afterAll(() => house.close());

  const send = async (by: SignedInClient, path: string, content: Buffer, key = `import-key-${(keys += 1)}`, fileName = '名单.xlsx') => {
    const { payload, contentType } = aMultipart([{ name: 'sheet', value: content, fileName }]);
    const headers = { 'content-type': contentType, 'idempotency-key': key, authorization: `Bearer ${await by.token()}` };
    const answer = await house.app.inject({ method: 'POST', url: `/api/v1/imports/${path}`, headers, payload });
    return { status: answer.statusCode, body: JSON.parse(answer.body) as Answer };
  };
  const lint = async () =>
    (await house.inside.get<{ fault: string }[]>('/internal/graphs/lint')).body.filter(({ fault }) => fault !== 'deskUnstaffed');
  const everything = () =>
    house.database.query<object[]>('checksum table organisation, unit, person, held_position, credential, ledger_entry, act_receipt');
  const told = ({ faults = [] }: Partial<ImportedUnitsDto>) => faults.map(({ row, field, code }) => `${row} ${field} ${code}`);

  it('looks first, then creates five hundred units as one recorded change that the lint finds sound [S4 S55 P43]', async () => {
    const sheet = await aSheet(
      unitTitles,
      Array.from({ length: 500 }, (_, at) => aUnit(at)),
    );
    const before = await everything();
    const dry = await send(energy, 'units?dryRun=true', sheet);
    expect([dry.status, dry.body]).toEqual([201, { rows: 500, faults: [], organisationIds: [] }]);
    expect(await everything()).toEqual(before);

    const faults = await lint();
    const done = await send(energy, 'units', sheet, 'import-units-once');
    expect([done.status, done.body.rows, done.body.faults, done.body.organisationIds.length]).toEqual([201, 500, [], 500]);
    expect(await lint()).toEqual(faults);
    const [row] = await house.database.query<object[]>(
      `select o.credentialParentId, o.noticeParentId, o.level, u.organiserId, u.field from organisation o join unit u on u.organisationId = o.id
        where u.uscc = ?`,
      [codeOf(7)],
    );
    expect(row).toEqual({
      ...{ credentialParentId: 'org-changzhi-energy', noticeParentId: 'org-cz-xiangyuan-energy', level: 4 },
      ...{ organiserId: 'org-sx-energy', field: 'energy' },
    });

    const after = await everything();
    expect((await send(energy, 'units', sheet, 'import-units-once')).body).toEqual(done.body);
    expect(await everything()).toEqual(after);
    expect(told((await send(energy, 'units', sheet)).body.details ?? {})[0]).toBe('2 uscc taken');
  });

  it('names each wrong cell by row, field and code, and then writes none of the file [P44]', async () => {
    const wrongCheck = `${codeOf(901).slice(0, 17)}${codeOf(901).endsWith('0') ? '1' : '0'}`;
    const lines: Line[] = [
      aUnit(900),
      ['只差校验位', wrongCheck, '企业', '140423', '0355-1234567'],
      ['', codeOf(902), '公司', '14042', 'x'],
      ['代码太短', '9114', '企业', '140423', '0355-1234567'],
      ['有公式', { formula: 'A1&A2', result: '91' }, '企业', '140423', { formula: '1+1', result: 2 }],
      ['=HYPERLINK("x")', codeOf(903), '企业', '140423', '0355-1234567'],
      ['重复', codeOf(900), '企业', '140423', '0355-1234567'],
    ];
    const sheet = await aSheet(unitTitles, lines);
    const before = await everything();
    const [dry, act] = [await send(energy, 'units?dryRun=true', sheet), await send(energy, 'units', sheet)];

    expect(told(dry.body)).toEqual([
      '3 uscc checkCharacter',
      ...['4 name required', '4 unitKind malformed', '4 areaCode malformed', '4 contactPhone malformed'],
      '5 uscc malformed',
      ...['6 uscc formula', '6 contactPhone formula', '7 name formula', '8 uscc repeated'],
    ]);
    expect([act.status, act.body.code, act.body.details?.faults]).toEqual([422, 'IMPORT_REFUSED', dry.body.faults]);
    expect(dry.body.faults.every(({ sentence }) => /^\p{Script=Han}/u.test(sentence))).toBe(true);
    expect(await everything()).toEqual(before);
    expect((await send(energy, 'units', await aSheet(unitTitles, lines.slice(0, 2)))).status).toBe(201);
  });

  it('by mail shows nobody a first password, and somebody without an address is a fault of his row [P8]', async () => {
    const code = codeOf(3_100);
    await send(energy, 'units', await aSheet(unitTitles, [aUnit(3_100)]));
    const reachable: Line = ['周一', '', 'zhou@demo.dengke.example', code, '完成人', 'import-zhou'];
    const both = await aSheet(peopleTitles, [reachable, ['吴二', '', '', code, '完成人', 'import-wu']]);
    const before = await everything();
    const [dry, refused] = [await send(energy, 'people?delivery=mail&dryRun=true', both), await send(energy, 'people?delivery=mail', both)];
    expect([told(dry.body), refused.body.code, told(refused.body.details ?? {})]).toEqual([
      ...[['3 mail required'], 'IMPORT_REFUSED', ['3 mail required']],
    ]);
    expect(await everything()).toEqual(before);

    const one = await aSheet(peopleTitles, [reachable]);
    const done = await send(energy, 'people?delivery=mail', one, 'import-mailed-once');
    const shown = await send(energy, 'people?delivery=shown', one, 'import-mailed-once');
    const { personId, firstPassword } = done.body.people[0]!;
    expect([done.status, firstPassword, shown.body.code]).toEqual([201, undefined, 'IDEMPOTENCY_KEY_REUSED']);
    const mailed = `select kind from ledger_entry where kind = 'firstPasswordMailed' and json_value(detail, '$.personId') = ?`;
    expect(await house.database.query<object[]>(mailed, [personId])).toHaveLength(1);
  });

  it('issues people their logins, all or none; first passwords come once [P6 P8]', async () => {
    const code = codeOf(3_000);
    await send(energy, 'units', await aSheet(unitTitles, [aUnit(3_000)]));
    const people: Line[] = [
      ['张三', 13812345678, 'zhang@demo.dengke.example', code, '单位管理员', 'import-zhang'],
      ['李四', '', '', code.toLowerCase(), '完成人', 'import-li'],
    ];
    const bad = await aSheet(peopleTitles, [
      ...people,
      ['王五', '123', 'no mail', codeOf(999_999), '超级管理员', 'import-li'],
      ['赵六', '', '', code, '完成人', 'sx-energy-1'],
    ]);
    const before = await everything();
    const refused = await send(energy, 'people', bad);
    expect(refused.body.code).toBe('IMPORT_REFUSED');
    expect(told(refused.body.details ?? {})).toEqual([
      ...['4 mobile malformed', '4 mail malformed', '4 uscc unknown', '4 role malformed', '4 login repeated', '5 login taken'],
    ]);
    expect(await everything()).toEqual(before);

    const good = await aSheet(peopleTitles, people);
    expect((await send(energy, 'people?dryRun=true', good)).body).toEqual({ rows: 2, faults: [], people: [] });
    const first = await send(energy, 'people', good, 'import-people-once');
    const again = await send(energy, 'people', good, 'import-people-once');
    expect(first.body.people.map(({ login }) => login)).toEqual(['import-zhang', 'import-li']);
    expect(again.body.people).toEqual(first.body.people.map(({ firstPassword: _, ...rest }) => rest));
    for (const { login, firstPassword } of first.body.people) {
      expect((await house.signIn(login, firstPassword)).signedIn.position.organisationKind).toBe('unit');
    }
    const elsewhere = await house.signIn('taiyuan-energy-1');
    const outside = await send(elsewhere, 'people', await aSheet(peopleTitles, [['外人', '', '', code, '完成人', 'import-out']]));
    expect(told(outside.body.details ?? {})).toEqual(['2 uscc unknown']);

    const [own] = await house.database.query<{ uscc: string }[]>("select uscc from unit where organisationId = 'unit-zhangling-coal'");
    const colleague = await aSheet(peopleTitles, [['钱七', '', '', own?.uscc ?? '', '单位管理员', 'import-qian']]);
    const beyond = await send(await house.signIn('unit-zhangling-coal-admin'), 'people', colleague);
    expect(told(beyond.body.details ?? {})).toEqual(['2 role notAllowed']);
  });

  it.each([
    ['code', ['张三', '', '', '9114', '完成人', 'import-zhang-san'], ['2 uscc malformed']],
    ['login', ['张三', '', '', codeOf(999_998), '完成人', '张三'], ['2 uscc unknown', '2 login malformed']],
  ])('names the wrong cells also where no row has a %s that there could be', async (_, line, faults) => {
    const sheet = await aSheet(peopleTitles, [line]);
    const [dry, act] = [await send(energy, 'people?dryRun=true', sheet), await send(energy, 'people', sheet)];

    expect([dry.status, told(dry.body)]).toEqual([201, faults]);
    expect([act.body.code, act.body.details?.faults]).toEqual(['IMPORT_REFUSED', dry.body.faults]);
  });

  it('is not open to whom it is not given', async () => {
    const sheet = await aSheet(unitTitles, [aUnit(4_000)]);
    expect((await send(await house.signIn('changzhi-energy-1'), 'units', sheet)).body.code).toBe('NOT_ALLOWED');
    expect((await send(await house.signIn('unit-zhangling-coal-1'), 'people', sheet)).body.code).toBe('NOT_ALLOWED');
  });

  const withPart = (...parts: Parameters<typeof aZip>[0][number][]): Buffer => aZip([...sheetParts, ...parts]);
  const external =
    '<Relationships><Relationship Id="r" Type="http://x/externalLinkPath" Target="file:///x" TargetMode="External"/></Relationships>';
  const bad: [string, () => Buffer | Promise<Buffer>, string][] = [
    ['nothing of a workbook', () => Buffer.from('单位名称,统一社会信用代码'), 'FILE_TYPE_REFUSED'],
    ['a broken archive', async () => (await aSheet(unitTitles, [aUnit(1)])).subarray(0, 900), 'FILE_TYPE_REFUSED'],
    ['too many bytes', () => Buffer.alloc(2 * 1024 * 1024 + 1), 'FILE_TOO_LARGE'],
    ['a bomb that says so', () => withPart({ name: 'xl/a.xml', content: ' '.repeat(9 * 1024 * 1024) }), 'FILE_TYPE_REFUSED'],
    [
      'a bomb that lies',
      () => withPart({ name: 'xl/a.xml', content: ' '.repeat(300 * 1024 * 1024), inflated: 1_000 }),
      'FILE_TYPE_REFUSED',
    ],
    ['too many entries', () => withPart(...Array.from({ length: 101 }, (_, at) => ({ name: `xl/${at}.xml` }))), 'FILE_TYPE_REFUSED'],
    ['macros', () => withPart({ name: 'xl/vbaProject.bin', content: 'x' }), 'FILE_TYPE_REFUSED'],
    ['links to other workbooks', () => withPart({ name: 'xl/externalLinks/externalLink1.xml' }), 'FILE_TYPE_REFUSED'],
    ['a relation to the outside', () => withPart({ name: 'xl/_rels/workbook.xml.rels', content: external }), 'FILE_TYPE_REFUSED'],
    ['embedded objects', () => withPart({ name: 'xl/embeddings/oleObject1.xml' }), 'FILE_TYPE_REFUSED'],
    ['an encrypted part', () => withPart({ name: 'xl/worksheets/sheet1.xml', encrypted: true }), 'FILE_TYPE_REFUSED'],
    ['a part outside its folder', () => withPart({ name: '../../etc/passwd' }), 'FILE_TYPE_REFUSED'],
    ['no sheet', () => withPart(), 'SHEET_REFUSED'],
    ['XML that is none', () => aZip([...sheetParts.slice(0, 1), { name: 'xl/workbook.xml', content: '<a><b' }]), 'SHEET_REFUSED'],
    ['a missing column', () => aSheet(unitTitles.slice(1), [aUnit(1).slice(1)]), 'SHEET_REFUSED'],
    ['no rows', () => aSheet(unitTitles, []), 'SHEET_REFUSED'],
    [
      'too many rows',
      () =>
        aSheet(
          unitTitles,
          Array.from({ length: 2_001 }, (_, at) => aUnit(at)),
        ),
      'SHEET_REFUSED',
    ],
    ['a rule over every cell there is', () => aSheet(unitTitles, [['', '', '', '', 'x']], rulesEverywhere), 'IMPORT_REFUSED'],
  ];
  it.each(bad)('refuses a file with %s, keeps nothing of it and stays small', async (_, make, code) => {
    const content = await make();
    const before = await everything();
    const rss = process.memoryUsage().rss;
    const { status, body } = await send(energy, 'units', content);

    expect([body.code, status >= 400 && status < 500]).toEqual([code, true]);
    expect(process.memoryUsage().rss - rss).toBeLessThan(150 * 1024 * 1024);
    expect(await everything()).toEqual(before);
  });
});
