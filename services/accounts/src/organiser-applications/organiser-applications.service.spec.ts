import { organiserKinds } from '@dengke/contract';
import { aDocx, aPdf } from '@dengke/test-kit';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { aForm, aKey, applicants, theScans } from '../../testing/applications';
import type { ApprovedDto, OrganiserApplicationDto, OrganiserApplicationPageDto } from './organiser-applications.dto';

type Body = Record<string, unknown>;
type Answer = ApprovedDto & { code?: string; details?: Body };

const subject = (id: string): string => `organiserApplication/${id}`;

describe('an application to be an organiser', () => {
  let house: AccountsHouse;
  let those: ReturnType<typeof applicants>;
  let department: SignedInClient;
  let clerk: SignedInClient;
  let login = 0;
  beforeAll(async () => {
    house = await anAccountsHouse();
    those = applicants(house);
    department = await house.signIn('sx-kjt-admin');
    await those.letIssue(department, 'sx-kjt-1');
    clerk = await house.signIn('sx-kjt-1');
  });
  afterAll(() => house.close());

  const applied = async (overrides: Body = {}) => (await those.applyAsOrganiser(aForm(overrides))).body;
  const act = (by: SignedInClient, id: string, what: string, body: Body = {}, key = aKey()) =>
    by.post<Answer>(`/organiser-applications/${id}/${what}`, body, key);
  const approve = (id: string, body: Body = {}, by = department, key = aKey()) =>
    act(
      by,
      id,
      'approve',
      { login: `organiser-${(login += 1)}`, superAdmin: 'staff', areaCode: '1407', contactPhone: '0354-1234567', ...body },
      key,
    );
  const page = async (by: SignedInClient, id: string) =>
    (await by.get<OrganiserApplicationPageDto & { code?: string }>(`/organiser-applications/${id}`)).body;
  const acts = async (id: string) => (await those.facts(subject(id))).map(({ act: what, state }) => `${what} → ${state}`);
  const count = async (table: string) => (await house.database.query<{ n: number }[]>(`select count(*) as n from ${table}`))[0]?.n ?? 0;
  const counts = () =>
    Promise.all(
      ['organiser_application', 'organiser_scan', 'ledger_entry', 'act_receipt', 'organisation', 'person', 'credential'].map(count),
    );

  it('carries every field of the form, the declaration word for word, and the scans of signature and seal [S59 S82 S83 S84 S85 S86]', async () => {
    const form = aForm();
    const { status, body } = await those.applyAsOrganiser(form);
    expect([status, body.state, body.secret?.length]).toEqual([201, 'received', 32]);

    const seen = await page(department, body.id);
    const { leader, head, staff, ...rest } = form;
    expect(seen).toMatchObject(rest);
    expect((await act(department, body.id, 'unmask', { reason: '核对表内信息' })).body).toEqual({
      leader: { ...leader, mail: null },
      ...{ head, staff },
    });
    expect(seen.scans.map(({ scan, fileName, mediaType }) => [scan, fileName, mediaType])).toEqual([
      ['seal', '公章.pdf', 'application/pdf'],
      ['signature', '签名.pdf', 'application/pdf'],
    ]);
    const [signature] = theScans();
    const file = await house.app.inject({
      method: 'GET',
      url: `/api/v1/organiser-applications/${body.id}/scans/signature`,
      headers: { authorization: `Bearer ${await department.token()}` },
    });
    expect([file.statusCode, file.headers['content-disposition']?.toString().startsWith('attachment')]).toEqual([200, true]);
    expect(file.rawPayload).toEqual(signature?.value);
  });

  it.each(Object.keys(organiserKinds))('is of a kind of S54’s list: %s [P9 S54]', async (kind) => {
    expect((await applied({ kind })).state).toBe('received');
  });

  it.each<[string, Body, string]>([
    ['of another kind', { kind: 'club' }, 'INVALID_INPUT'],
    ['with a name that nobody can read', { organiser: '\u200b。' }, 'INVALID_INPUT'],
    ['without a leader’s mobile', { leader: { name: '分管人' } }, 'INVALID_INPUT'],
    ['without a head', { head: undefined }, 'INVALID_INPUT'],
    ['with a department longer than an organiser’s contact office may be', { department: '科'.repeat(61) }, 'INVALID_INPUT'],
    ['with a postcode of five digits', { postcode: '03060' }, 'INVALID_INPUT'],
    ['with a field the form does not have', { state: 'approved' }, 'INVALID_INPUT'],
    ['with the declaration changed', { declaration: '本单位承诺材料真实。' }, 'DECLARATIONS_MISSING'],
    ['signed on a day that is none', { signedOn: '2023-02-30' }, 'INVALID_INPUT'],
  ])('%s is refused, and nothing of it is stored [S82 S85]', async (_, overrides, code) => {
    const before = await counts();
    expect((await those.applyAsOrganiser(aForm(overrides))).body.code).toBe(code);
    expect(await counts()).toEqual(before);
  });

  it('is refused without its scans, and with files that are no scans [S86]', async () => {
    const before = await counts();
    const [signature, seal] = theScans();
    const refused = async (...scans: (typeof signature)[]) =>
      (
        await those.applyAsOrganiser(
          aForm(),
          scans.filter((scan) => scan !== undefined),
        )
      ).body.code;

    expect(await refused(signature)).toBe('MALFORMED');
    expect(await refused(signature, signature)).toBe('MALFORMED');
    expect(await refused(signature, { name: 'seal', value: aDocx(), fileName: '公章.docx' })).toBe('FILE_TYPE_REFUSED');
    expect(await refused(signature, { name: 'seal', value: '<html>', fileName: '公章.pdf' })).toBe('FILE_TYPE_REFUSED');
    expect(await refused(signature, seal, { name: 'other', value: aPdf(), fileName: 'x.pdf' })).toBe('MALFORMED');
    expect(await counts()).toEqual(before);
  });

  it('has one effect under one key, and its secret is in the first answer alone', async () => {
    const [key, form] = [aKey(), aForm()];
    const before = await count('organiser_application');
    const answers = await Promise.all([1, 2].map(() => those.applyAsOrganiser(form, theScans(), key)));
    expect(await count('organiser_application')).toBe(before + 1);
    expect(answers.map(({ body }) => body.secret).filter(Boolean)).toHaveLength(1);
    expect((await those.applyAsOrganiser({ ...form, postcode: '030601' }, theScans(), key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('is approved by the department’s super administrator: one organiser with one super administrator, in one transaction [P7 S54 S56 S57 S60]', async () => {
    const { id, secret } = await applied({ organiser: '晋中市科学技术局' });
    const key = aKey();
    const { status, body } = await approve(id, { login: 'jinzhong-science' }, department, key);
    expect([status, body.state]).toEqual([200, 'approved']);

    const [row] = await house.database.query<Body[]>(
      'select name, kind, level, areaCode, path, credentialParentId, noticeParentId, organiserKind, contactOffice, contactPhone from organisation where id = ?',
      [body.organisationId],
    );
    expect(row).toEqual({
      name: '晋中市科学技术局',
      kind: 'organiser',
      level: 3,
      areaCode: '1407',
      path: `/org-most/org-sx-kjt/${body.organisationId}/`,
      credentialParentId: 'org-sx-kjt',
      noticeParentId: 'org-sx-kjt',
      organiserKind: '各市人民政府科技管理部门',
      contactOffice: '成果转化科',
      contactPhone: '0354-1234567',
    });
    const me = await house.signIn('jinzhong-science', body.firstPassword);
    expect(me.signedIn).toMatchObject({
      person: { name: '经办人' },
      position: { organisationId: body.organisationId, role: 'superAdmin' },
    });

    const before = await counts();
    const again = await approve(id, { login: 'jinzhong-science' }, department, key);
    expect(again).toMatchObject({ status: 200, body: { organisationId: body.organisationId } });
    expect(again.body.firstPassword).toBeUndefined();
    expect(await counts()).toEqual(before);
    expect((await those.view('organiser', id, secret)).body).toMatchObject({ state: 'approved', reason: null });
    const second = await approve((await applied()).id, { login: 'jinzhong-second' });
    expect(second.body.code).toBeUndefined();
    const rival = house.database.query(
      "insert into held_position (id, personId, organisationId, role, grantedAt) values ('y', ?, ?, 'superAdmin', '2026-01-01')",
      [second.body.personId, body.organisationId],
    );
    await expect(rival).rejects.toThrow('position_one_super_admin');
  });

  it('makes one organiser of a name, however many apply and whoever approves at once [P7 P29]', async () => {
    const both = await Promise.all([applied({ organiser: '晋城市科学技术局' }), applied({ organiser: ' 晋城市 科学技术局' })]);
    const answers = await Promise.all(both.map(({ id }) => approve(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('ORGANISER_EXISTS');
    const seeded = await applied({ organiser: '长治市科学技术局' });
    expect((await approve(seeded.id)).body.code).toBe('ORGANISER_EXISTS');
    expect((await page(department, seeded.id)).similar).toEqual([{ id: 'org-changzhi-science', name: '长治市科学技术局' }]);
  });

  it('is decided once: the others get a conflict with what stands now [P29]', async () => {
    const { id } = await applied();
    const answers = await Promise.all([approve(id), approve(id), act(department, id, 'refuse', { reason: '材料不全' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
      'APPLICATION_DECIDED',
      'APPLICATION_DECIDED',
    ]);
  });

  it('is refused with a reason, which its applicant reads [S60 P25]', async () => {
    const { id, secret } = await applied();
    expect((await act(department, id, 'refuse')).body.code).toBe('INVALID_INPUT');
    expect((await act(department, id, 'refuse', { reason: '\u200b\u2800' })).body.code).toBe('REASON_MISSING');
    expect((await act(department, id, 'refuse', { reason: '公章不清晰，请重新提交' })).status).toBe(200);
    expect((await those.view('organiser', id, secret)).body).toMatchObject({ state: 'refused', reason: '公章不清晰，请重新提交' });
  });

  it('is withdrawn until the department has opened it; opening is recorded once [P25]', async () => {
    const free = await applied();
    expect((await those.withdraw('organiser', free.id, free.secret)).body['state']).toBe('withdrawn');
    const opened = await applied();
    await act(clerk, opened.id, 'open');
    await act(department, opened.id, 'open');
    expect((await those.withdraw('organiser', opened.id, opened.secret)).body).toMatchObject({ code: 'ALREADY_OPENED' });
    expect(await acts(opened.id)).toEqual(['apply → received', 'open → received']);
  });

  it('is the department’s business: its super administrator decides, and whom he lets; to all others there is nothing [P7 S58 S60]', async () => {
    const { id } = await applied();
    for (const who of ['sx-energy-admin', 'changzhi-energy-1', 'changzhi-science-admin', 'unit-zhangling-coal-admin']) {
      const other = await house.signIn(who);
      expect([(await page(other, id)).code, (await approve(id, {}, other)).body.code, (await act(other, id, 'open')).body.code]).toEqual(
        Array(3).fill('NOT_FOUND'),
      );
    }
    const manager = await house.signIn('sx-kjt-2');
    expect([(await page(manager, id)).code, (await approve(id, {}, manager)).body.code]).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
    expect((await act(manager, id, 'refuse', { reason: '否' })).body.code).toBe('NOT_ALLOWED');
    const ministry = await house.signIn('most-admin');
    expect([(await approve(id, {}, ministry)).body.code, (await act(ministry, id, 'open')).body.code]).toEqual([
      'NOT_ALLOWED',
      'NOT_ALLOWED',
    ]);
    expect((await clerk.get<OrganiserApplicationDto[]>('/organiser-applications')).body.map((row) => row.id)).toContain(id);
    expect([(await page(ministry, id)).mayDecide, (await page(clerk, id)).mayDecide]).toEqual([false, true]);
    expect((await approve(id, {}, clerk)).body.state).toBe('approved');
  });

  it('leaves people and numbers of the form in its own table alone', async () => {
    const { id, secret } = await applied({
      legalRepresentative: '不外泄者',
      staff: { name: '不外泄者', mobile: '18877776666', mail: 'never@demo.dengke.example' },
    });
    await act(department, id, 'unmask', { reason: '电话核实' });
    await act(department, id, 'refuse', { reason: '重复' });
    const sealed = JSON.stringify(await house.database.query('select * from organiser_application where id = ?', [id]));
    expect(sealed).not.toMatch(/18877776666|never@demo/);
    const rows = await Promise.all(
      ['ledger_entry', 'ledger_text', 'outbox', 'act_receipt'].map((table) => house.database.query<unknown[]>(`select * from ${table}`)),
    );
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`不外泄者|18877776666|never@demo|${secret ?? 'secret'}`));
  });
});
