import { Workbook } from 'exceljs';
import { Log } from '@dengke/service-kit';
import { aMultipart, fontsOf, pagesOf } from '@dengke/test-kit';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { aForm, aKey, anApplication, applicants } from '../../testing/applications';
import type { IssuedCredentialDto } from '../credentials/credentials.dto';

interface Sent {
  status: number;
  headers: Record<string, unknown>;
  raw: Buffer;
  json: Partial<IssuedCredentialDto> & { code?: string };
}
const isPdf = ({ raw }: Sent): boolean => raw.subarray(0, 5).toString() === '%PDF-';
const passwordOn = (page: string): string => /^初始密码 (\S{14})$/m.exec(page)?.[1] ?? '';

describe('the slip with which a first password is handed over', () => {
  let house: AccountsHouse;
  let changzhi: SignedInClient;
  beforeAll(async () => {
    house = await anAccountsHouse({ DENGKE_PUBLIC_URL: 'https://dengke.example' });
    changzhi = await house.signIn('changzhi-energy-1');
  });
  afterAll(() => house.close());

  const send = async (
    by: SignedInClient,
    path: string,
    payload: object | Buffer,
    key = aKey(),
    type = 'application/json',
  ): Promise<Sent> => {
    const headers = { 'content-type': type, 'idempotency-key': key, authorization: `Bearer ${await by.token()}` };
    const body = Buffer.isBuffer(payload) ? payload : JSON.stringify(payload);
    const answer = await house.app.inject({ method: 'POST', url: `/api/v1${path}`, headers, payload: body });
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, headers: answer.headers, raw: answer.rawPayload, json: isJson ? answer.json() : {} };
  };
  const aPerson = (login: string, name = '新同事', more: object = {}) => ({
    ...{ organisationId: 'unit-zhangling-coal', role: 'completer', login, person: { name }, delivery: 'slip', ...more },
  });

  it('says who, by which login and password, until when, where and from whom, with room to sign [P8]', async () => {
    const answer = await send(changzhi, '/credentials', aPerson('slip-one'));
    const [page = '', ...more] = pagesOf(answer.raw);
    const [row] = await house.database.query<{ at: string }[]>(
      `select date_format(firstPasswordExpiresAt + interval 8 hour, '%Y年%c月%e日 %H:%i') as at from credential where login = 'slip-one'`,
    );

    expect([answer.status, answer.headers['content-type'], more]).toEqual([201, 'application/pdf', []]);
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(page.split('\n')).toEqual(
      expect.arrayContaining([
        ...['登录账号交接单', '姓名 新同事', '单位与岗位 长治市漳岭煤业有限公司 完成人', '登录名 slip-one'],
        ...[`有效期至 ${row?.at}（北京时间）`, '登录地址 https://dengke.example'],
      ]),
    );
    expect(page).toMatch(/^签发人 长治市能源局 \S+$/m);
    expect(page).toContain('首次登录必须修改初始密码');
    expect(page).toContain('接收人（签字）');
    expect(fontsOf(answer.raw).every(({ name, embedded }) => embedded && name.includes('NotoSansSC'))).toBe(true);
    expect((await house.signIn('slip-one', passwordOn(page))).signedIn.must).toBe('change-password');
  });

  it('is given once: the same key has no password again, in no form, and nothing of it is stored or logged [P8]', async () => {
    const log = house.app.get(Log);
    const lines = (['debug', 'info', 'warn', 'error', 'at'] as const).map((level) => jest.spyOn(log, level));
    const first = await send(changzhi, '/credentials', aPerson('slip-once'), 'slip-the-same-key');
    const again = await send(changzhi, '/credentials', aPerson('slip-once'), 'slip-the-same-key');
    const shown = await send(changzhi, '/credentials', aPerson('slip-once', '新同事', { delivery: 'shown' }), 'slip-the-same-key');
    const password = passwordOn(pagesOf(first.raw)[0] ?? '');

    expect([isPdf(first), password.length]).toEqual([true, 14]);
    expect([again.status, isPdf(again), again.json.login, again.json.firstPassword]).toEqual([201, false, 'slip-once', undefined]);
    expect(shown.json.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const tables = await house.database.query<{ name: string }[]>(
      'select table_name as name from information_schema.tables where table_schema = database()',
    );
    for (const { name } of tables) {
      expect(JSON.stringify(await house.database.query(`select * from \`${name}\``)).includes(password)).toBe(false);
    }
    const logged = JSON.stringify(lines.map(({ mock }) => mock.calls));
    expect([logged.includes('/credentials'), logged.includes(password)]).toEqual([true, false]);
  });

  it('is asked for in the act, and nowhere beside it', async () => {
    const beside = await send(changzhi, '/credentials?delivery=slip', { ...aPerson('slip-beside'), delivery: 'shown' });
    const mixed = await send(changzhi, `/credentials/${beside.json.personId}/first-password?delivery=slip`, {});

    expect([isPdf(beside), beside.json.firstPassword?.length, isPdf(mixed), mixed.json.firstPassword?.length]).toEqual([
      false,
      14,
      false,
      14,
    ]);
  });

  it('is what recovery and another first password give too, with every position that the login opens [S56]', async () => {
    const recovered = await send(changzhi, '/credentials/person-unit-zhangling-coal-1/recovery', { reason: '忘记密码', delivery: 'slip' });
    const renewed = await send(changzhi, '/credentials/person-unit-zhangling-coal-1/first-password', { delivery: 'slip' });
    const pages = [recovered, renewed].map(({ raw }) => pagesOf(raw)[0] ?? '');

    expect(pages.map((page) => /登录名 (\S+)/.exec(page)?.[1])).toEqual(['unit-zhangling-coal-1', 'unit-zhangling-coal-1']);
    expect((await house.tryToSignIn('unit-zhangling-coal-1', passwordOn(pages[0] ?? ''))).body.code).toBe('SIGN_IN_REFUSED');
    expect((await house.tryToSignIn('unit-zhangling-coal-1', passwordOn(pages[1] ?? ''))).status).toBe(201);
  });

  it('is given to who applied for a login, and to a new organiser’s super administrator [S27 S60]', async () => {
    const applying = applicants(house);
    const { body } = await applying.applyForCredential(anApplication());
    const issued = await send(changzhi, `/credential-applications/${body.id}/issue`, { login: 'slip-applicant', delivery: 'slip' });
    const organiser = await applying.applyAsOrganiser(aForm({ organiser: '临汾市科学技术局' }));
    const department = await house.signIn('sx-kjt-admin');
    const approval = { login: 'slip-organiser', superAdmin: 'head', areaCode: '1410', contactPhone: '0357-0000000', delivery: 'slip' };
    const approved = await send(department, `/organiser-applications/${organiser.body.id}/approve`, approval);

    expect([issued.status, approved.status]).toEqual([200, 200]);
    expect(pagesOf(issued.raw)[0]).toContain('登录名 slip-applicant');
    expect(pagesOf(approved.raw)[0]).toContain('单位与岗位 临汾市科学技术局 超级管理用户');
    expect((await house.tryToSignIn('slip-organiser', passwordOn(pagesOf(approved.raw)[0] ?? ''))).status).toBe(201);
  });

  it('has a page for each person of an import, in the order of its rows [S55]', async () => {
    const [unit] = await house.database.query<{ uscc: string }[]>("select uscc from unit where organisationId = 'unit-zhangling-coal'");
    const workbook = new Workbook();
    const lines = ['甲', '乙', '丙'].map((name, at) => [name, '', '', unit?.uscc, '完成人', `slip-import-${at}`]);
    workbook.addWorksheet('名单').addRows([['姓名', '手机', '邮箱', '单位统一社会信用代码', '角色', '用户名'], ...lines]);
    const parts = [{ name: 'sheet', value: Buffer.from(await workbook.xlsx.writeBuffer()), fileName: '名单.xlsx' }];
    const { payload, contentType } = aMultipart(parts);
    const answer = await send(changzhi, '/imports/people?delivery=slip', payload, aKey(), contentType);
    const pages = pagesOf(answer.raw);

    expect(pages.map((page) => /姓名 (\S+)/.exec(page)?.[1])).toEqual(['甲', '乙', '丙']);
    for (const [at, page] of pages.entries()) {
      expect((await house.tryToSignIn(`slip-import-${at}`, passwordOn(page))).status).toBe(201);
    }
  });

  it('prints any name as it is, and is JSON where there is no first password to hand over', async () => {
    const hostile = '#panic("x") $a^2$ ] 😀 \u202eabc';
    const answer = await send(changzhi, '/credentials', aPerson('slip-hostile', hostile));
    const known = { organisationId: 'unit-zhangling-coal', role: 'unitAdmin', personId: 'person-unit-zhangling-coal-2', delivery: 'slip' };
    const { status, json } = await send(changzhi, '/credentials', known);

    expect(pagesOf(answer.raw)[0]).toContain('#panic("x") $a^2$ ]');
    expect([status, json.login, json.firstPasswordExpiresAt]).toEqual([201, 'unit-zhangling-coal-2', null]);
    expect((await send(changzhi, '/credentials', aPerson('slip-wrong', '某', { delivery: 'post' }))).json.code).toBe('INVALID_INPUT');
  });
});
