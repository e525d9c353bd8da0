import { anAccountsHouse, standStill } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { aForm, aKey, anApplication, applicants } from '../../testing/applications';
import type { CredentialApplicationDto, CredentialApplicationPageDto, IssuedOnApplicationDto } from './credential-applications.dto';

type Body = Record<string, unknown>;
type Answer = IssuedOnApplicationDto & { code?: string; details?: Body };

const subject = (id: string): string => `credentialApplication/${id}`;

describe('an application for a login', () => {
  let house: AccountsHouse;
  let those: ReturnType<typeof applicants>;
  let changzhi: SignedInClient;
  let energy: SignedInClient;
  let login = 0;
  beforeAll(async () => {
    standStill('2023-08-11T02:00:00.000Z');
    house = await anAccountsHouse();
    those = applicants(house);
    changzhi = await house.signIn('changzhi-energy-1');
    energy = await house.signIn('sx-energy-admin');
    await those.letIssue(energy, 'sx-energy-1');
  });
  afterAll(async () => {
    jest.useRealTimers();
    await house.close();
  });

  const applied = async (overrides: Body = {}) => (await those.applyForCredential(anApplication(overrides))).body;
  const act = (by: SignedInClient, id: string, what: string, body: Body, key = aKey()) =>
    by.post<Answer>(`/credential-applications/${id}/${what}`, body, key);
  const issue = (id: string, body: Body = {}, by = changzhi, key = aKey()) =>
    act(by, id, 'issue', { login: `applied-${(login += 1)}`, ...body }, key);
  const page = async (by: SignedInClient, id: string) =>
    (await by.get<CredentialApplicationPageDto & { code?: string }>(`/credential-applications/${id}`)).body;
  const deskOf = async (id: string) => (await those.facts(subject(id)))[0]?.deskId;
  const acts = async (id: string) => (await those.facts(subject(id))).map(({ act: what, state }) => `${what} → ${state}`);
  const count = async (table: string) => (await house.database.query<{ n: number }[]>(`select count(*) as n from ${table}`))[0]?.n ?? 0;
  const counts = () =>
    Promise.all(['credential_application', 'ledger_entry', 'person', 'credential', 'organisation', 'act_receipt'].map(count));

  it('goes to the level above its unit: the municipal bureau on the energy line, elsewhere the organiser [S27 S56 S61]', async () => {
    const { id, secret, state } = await applied();
    expect([state, secret?.length, await deskOf(id)]).toEqual(['applied', 32, 'org-changzhi-energy']);

    const bureau = await applied({ uscc: '91140000DM00000802', areaCode: '14' });
    const college = await applied({ uscc: '12140403DM0000128F', field: 'other' });
    expect([await deskOf(bureau.id), await deskOf(college.id)]).toEqual(['org-sx-energy', 'org-changzhi-science']);
  });

  it.each([
    ['140403', 'energy', 'org-changzhi-energy'],
    ['140105', 'energy', 'org-taiyuan-energy'],
    ['14', 'energy', 'org-sx-energy'],
    ['140403', 'other', 'org-changzhi-science'],
    ['140105', 'other', 'org-sx-kjt'],
  ])('of a unit that nobody knows goes by area %s and field %s to %s [S25 S27 S61]', async (areaCode, field, desk) => {
    const { id } = await applied({ uscc: '91140400MA0XXXXX0X'.replace(/X/g, '1'), unitName: '某某公司', areaCode, field });
    expect(await deskOf(id)).toBe(desk);
  });

  it('of a unit that nobody knows never goes to another organiser that sits in the city, to its science department alone', async () => {
    const department = await house.signIn('sx-kjt-admin');
    const approved = async (organiser: string, kind: string, login: string) => {
      const { id } = (await those.applyAsOrganiser(aForm({ organiser, kind }))).body;
      const how = { login, superAdmin: 'staff', areaCode: '1401', contactPhone: '0351-1234567' };
      return (await department.post<{ organisationId: string }>(`/organiser-applications/${id}/approve`, how, aKey())).body.organisationId;
    };
    const stranger = { uscc: '91140400MA011111X1', unitName: '太原某公司', areaCode: '140105', field: 'other' };
    expect(await approved('驻并某研究院', 'central-enterprise', 'institute-admin')).toEqual(expect.any(String));
    expect(await deskOf((await applied(stranger)).id)).toBe('org-sx-kjt');
    const science = await approved('太原市科学技术局', 'municipal-science', 'taiyuan-science');
    expect(await deskOf((await applied(stranger)).id)).toBe(science);
  });

  it('is answered alike whether unit and person are known or not [P6]', async () => {
    const known = await those.applyForCredential(anApplication({ name: '邢雅琴', mobile: '19900000014' }));
    const unknown = await those.applyForCredential(anApplication({ uscc: '91330100799655058B', unitName: '无人知晓公司' }));
    const shape = ({ status, body }: typeof known) => [status, Object.keys(body).sort(), body.state, body.checkCharacterDoubtful];

    expect(shape(known)).toEqual(shape(unknown));
    expect(JSON.stringify([known.body, unknown.body])).not.toMatch(/org-|unit-|desk/);
  });

  it('is refused for a code of another shape; a wrong check character is only doubted [P43 P44]', async () => {
    for (const uscc of ['91140403DM0000013', '91140403DM0000013I', '']) {
      expect((await those.applyForCredential(anApplication({ uscc }))).body).toMatchObject({
        code: 'INVALID_INPUT',
        details: { fields: [{ field: 'uscc' }] },
      });
    }
    expect((await those.applyForCredential(anApplication({ uscc: ' 9114 0403dm00000134' }))).body.checkCharacterDoubtful).toBe(false);
    expect((await those.applyForCredential(anApplication({ uscc: '91140403DM00000135' }))).body.checkCharacterDoubtful).toBe(true);
  });

  it('has one effect under one key, and its secret is in the first answer alone', async () => {
    const key = aKey();
    const before = await count('credential_application');
    const answers = await Promise.all([1, 2, 3].map(() => those.applyForCredential(anApplication(), key)));
    const later = await those.applyForCredential(anApplication(), key);

    expect(await count('credential_application')).toBe(before + 1);
    expect(answers.filter(({ body }) => body.secret !== undefined)).toHaveLength(1);
    expect(later).toMatchObject({ status: 201, body: { id: answers[0]?.body.id } });
    expect(later.body.secret).toBeUndefined();
    expect((await those.applyForCredential(anApplication({ name: '别人' }), key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await house.outside.post('/api/v1/credential-applications', anApplication())).body.code).toBe('IDEMPOTENCY_KEY_MISSING');
  });

  it('is looked up and withdrawn by whoever has its secret; without it there is nothing', async () => {
    const { id, secret } = await applied();
    expect((await those.view('credential', id, secret)).body).toMatchObject({ id, state: 'applied', reason: null });
    const unknown = '01900000-0000-7000-8000-000000000000';
    for (const attempt of [
      those.view('credential', id),
      those.view('credential', id, 'guessed'),
      those.view('credential', unknown, secret),
    ]) {
      expect((await attempt).body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    }
    expect((await those.withdraw('credential', id, 'guessed')).body).toMatchObject({ code: 'NOT_FOUND' });

    const key = aKey();
    const first = await those.withdraw('credential', id, secret, key);
    expect([first, await those.withdraw('credential', id, secret, key)].map(({ body }) => body['state'])).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
    expect((await those.withdraw('credential', id, secret)).body).toMatchObject({ code: 'APPLICATION_DECIDED' });
    expect(await acts(id)).toEqual(['apply → applied', 'withdraw → withdrawn']);
  });

  it('is issued by the desk, and the first password opens what was applied for [S27 P6 P7 P8]', async () => {
    const { id } = await applied({ mobile: '18800000101' });
    const key = aKey();
    const { status, body } = await issue(id, {}, changzhi, key);
    expect([status, body.state, body.unitId]).toEqual([200, 'issued', 'unit-zhangling-coal']);
    expect(body.firstPasswordExpiresAt).toBe('2023-08-14T02:00:00.000Z');

    const { firstPassword, ...rest } = body;
    expect((await act(changzhi, id, 'issue', { login: body.login }, key)).body).toEqual(rest);
    const me = await house.signIn(body.login, firstPassword);
    expect(me.signedIn.position).toMatchObject({ organisationId: 'unit-zhangling-coal', role: 'completer' });
    expect((await me.put('/password', { current: firstPassword, next: 'Changed-at-once-7' })).status).toBe(204);
    expect(await acts(id)).toEqual(['apply → applied', 'issue → issued', 'activate → active']);
  });

  it('brings a unit that nobody knows into the graphs, once the licence was compared [P1 P44 S27]', async () => {
    const { id } = await applied({ uscc: '91330100799655058B', unitName: '长治市新来能源有限公司', mobile: '18800000103' });
    const unit = { unitKind: 'enterprise', contactPhone: '0355-7654321', singlePerson: false };
    expect((await issue(id, { unit })).body.code).toBe('LICENCE_NOT_CONFIRMED');
    expect((await issue(id, { licenceConfirmed: true })).body).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'unit' }] },
    });
    const { body } = await issue(id, { unit, licenceConfirmed: true });

    const [row] = await house.database.query<Body[]>(
      'select o.name, o.kind, o.level, o.path, o.areaCode, o.credentialParentId, o.noticeParentId, u.organiserId, u.field, u.doors from organisation o join unit u on u.organisationId = o.id where o.id = ?',
      [body.unitId],
    );
    expect(row).toEqual({
      name: '长治市新来能源有限公司',
      kind: 'unit',
      level: 4,
      path: `/org-most/org-sx-kjt/org-sx-energy/org-changzhi-energy/${body.unitId}/`,
      areaCode: '140403',
      credentialParentId: 'org-changzhi-energy',
      noticeParentId: 'org-cz-luzhou-energy',
      organiserId: 'org-sx-energy',
      field: 'energy',
      doors: 'municipal,organiser',
    });
    const route = await changzhi.get<Body>(`/routes?unit=${body.unitId}&door=municipal`);
    expect(route.body).toMatchObject({ routeId: 'R-city' });
    const second = await applied({ uscc: '91330100799655058B', mobile: '18800000104' });
    expect((await issue(second.id)).body).toMatchObject({ state: 'issued', unitId: body.unitId });
  });

  it('brings it in once, though two are issued for it at the same moment [P29]', async () => {
    const unit = { unitKind: 'enterprise', contactPhone: '0355-7654321', singlePerson: false };
    const both = await Promise.all(
      ['18800000121', '18800000122'].map((mobile) => applied({ uscc: '9144030071526726XG', unitName: '同时来的公司', mobile })),
    );
    const answers = await Promise.all(both.map(({ id }) => issue(id, { unit, licenceConfirmed: true })));
    const [{ n } = { n: 0 }] = await house.database.query<{ n: number }[]>(
      "select count(*) as n from unit where uscc = '9144030071526726XG'",
    );

    expect(n).toBe(1);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code)).toEqual(
      answers.filter(({ status }) => status !== 200).map(() => 'VERSION_CONFLICT'),
    );
  });

  it('is not issued for a code that belongs to a unit in another part of the graphs meanwhile', async () => {
    const { id } = await applied({ uscc: '91110000802100433B', unitName: '别处的公司', mobile: '18800000123' });
    await house.database.query("update unit set uscc = '91110000802100433B' where organisationId = 'unit-yunshuo-wind'");
    expect((await issue(id, { licenceConfirmed: true })).body.code).toBe('NOT_ALLOWED');
  });

  it('wants the licence compared where the check character of a known unit is doubtful [P44]', async () => {
    await house.database.query("update unit set uscc = '91140423DM00002110' where organisationId = 'unit-ruiling-gas'");
    const { id, checkCharacterDoubtful } = await applied({ uscc: '91140423DM00002110', mobile: '18800000105' });
    expect(checkCharacterDoubtful).toBe(true);
    expect((await issue(id)).body.code).toBe('LICENCE_NOT_CONFIRMED');
    expect((await issue(id, { licenceConfirmed: true })).body.state).toBe('issued');
  });

  it('is refused with a reason, which its applicant reads; a refusal without one stores nothing [P25]', async () => {
    const { id, secret } = await applied();
    const before = await counts();
    expect((await act(changzhi, id, 'refuse', {})).body.code).toBe('INVALID_INPUT');
    expect(await counts()).toEqual(before);
    expect((await act(changzhi, id, 'refuse', { reason: '请由单位管理员申请' })).body).toMatchObject({ state: 'refused' });
    expect((await those.view('credential', id, secret)).body).toMatchObject({ state: 'refused', reason: '请由单位管理员申请' });
    expect((await issue(id)).body).toMatchObject({ code: 'APPLICATION_DECIDED', details: { current: { state: 'refused' } } });
  });

  it('lets one of two desks’ people decide, the others get a conflict [P29]', async () => {
    const { id } = await applied({ mobile: '18800000106' });
    const colleague = await house.signIn('changzhi-energy-2');
    const answers = await Promise.all([
      issue(id),
      issue(id, {}, colleague),
      issue(id, {}, energy),
      act(changzhi, id, 'refuse', { reason: '重复' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await acts(id)).toHaveLength(2);
  });

  it('is issued where the issuing rules say: the desk, or the organiser above it; nobody else’s business looks like nothing [P3 P7 S58]', async () => {
    const { id } = await applied({ mobile: '18800000107' });
    const others = await Promise.all(
      ['taiyuan-energy-1', 'sx-industry-admin', 'changzhi-science-admin', 'unit-zhangling-coal-admin'].map((who) => house.signIn(who)),
    );
    for (const other of others) {
      expect((await issue(id, {}, other)).body.code).toBe('NOT_FOUND');
      expect((await page(other, id)).code).toBe('NOT_FOUND');
    }
    expect((await issue(id, {}, await house.signIn('sx-energy-2'))).body.code).toBe('NOT_ALLOWED');
    expect((await act(energy, id, 'refuse', { reason: '上级不代办' })).body.code).toBe('NOT_ALLOWED');
    expect((await issue(id, {}, await house.signIn('cz-luzhou-energy-liaison'))).body.code).toBe('NOT_ALLOWED');
    expect((await issue(id, {}, energy)).status).toBe(200);
  });

  it('is passed on by the department to the organiser it belongs to, which then decides [S61]', async () => {
    const { id } = await applied({ uscc: '91110108551385082Q', unitName: '太原某某公司', areaCode: '140105', field: 'other' });
    const department = await house.signIn('sx-kjt-admin');
    expect((await issue(id, {}, department)).body.code).toBe('NOT_ALLOWED');
    for (const wrong of ['org-sx-kjt', 'org-taiyuan-energy', 'org-cz-luzhou-energy']) {
      expect((await act(department, id, 'redirect', { toOrganisationId: wrong, reason: '转办' })).body.code).toBe('INVALID_INPUT');
    }
    expect((await act(department, id, 'redirect', { toOrganisationId: 'org-sx-industry', reason: '属工信厅' })).status).toBe(200);

    const industry = await house.signIn('sx-industry-admin');
    const unit = { unitKind: 'enterprise', contactPhone: '0351-7654321', singlePerson: false };
    expect((await issue(id, { licenceConfirmed: true, unit }, industry)).body.state).toBe('issued');
    expect((await page(department, id)).timeline.map(({ act: what, reason }) => [what, reason])).toEqual([
      ['apply', null],
      ['redirect', '属工信厅'],
      ['issue', null],
    ]);
  });

  it('gives a known person the position without another login, and is over', async () => {
    const person = (await issue((await applied({ mobile: '18800000108' })).id)).body;
    const { id } = await applied({ mobile: '18800000108', role: 'unitAdmin' });
    const { body } = await issue(id, { login: undefined, personId: person.personId });
    expect(body).toMatchObject({ state: 'active', login: person.login, firstPasswordExpiresAt: null });
    expect(body.firstPassword).toBeUndefined();
  });

  it('shows whom and what it may double: unit, person, other applications, within one’s part of the graphs', async () => {
    await issue((await applied({ name: '同名者', mobile: '18800000109' })).id);
    const other = await applied({ uscc: '914403001922038216', unitName: '漳岭煤业公司', name: '同名者', mobile: '18800000109' });
    const { similar, mayDecide } = await page(changzhi, other.id);
    expect(mayDecide).toBe(true);
    expect(similar.units.map(({ id }) => id)).toEqual(['unit-zhangling-coal']);
    expect(similar.people).toMatchObject([{ name: '同名者', mobile: '188****0109', hasLogin: true }]);
    expect(similar.applications).toHaveLength(1);

    const far = await applied({ uscc: '914403001922038216', areaCode: '140105', mobile: '18800000109', unitName: '漳岭煤业公司' });
    expect((await page(await house.signIn('taiyuan-energy-1'), far.id)).similar).toEqual({ units: [], people: [], applications: [] });
  });

  it('is listed to its desk and to those above, masked, until it is over', async () => {
    const { id } = await applied({ mobile: '18800000110' });
    const list = async (who: string) => (await (await house.signIn(who)).get<CredentialApplicationDto[]>('/credential-applications')).body;
    const [mine] = (await list('changzhi-energy-2')).filter((row) => row.id === id);
    expect(mine).toMatchObject({ state: 'applied', mobile: '188****0110', unitId: 'unit-zhangling-coal' });
    expect((await list('sx-energy-1')).map((row) => row.id)).toContain(id);
    expect((await list('taiyuan-energy-1')).map((row) => row.id)).not.toContain(id);
    expect(await page(await house.signIn('sx-energy-1'), id)).toMatchObject({ id, mayDecide: false });
    expect((await page(await house.signIn('sx-energy-2'), id)).code).toBe('NOT_ALLOWED');
    await act(changzhi, id, 'refuse', { reason: '重复' });
    expect((await list('changzhi-energy-2')).map((row) => row.id)).not.toContain(id);
  });

  it('leaves nothing of the applicant in ledger, feed, receipts or outbox, and no secret or password anywhere', async () => {
    const { id, secret } = await applied({ name: '不可外泄', mobile: '18800009999', mail: 'never@demo.dengke.example' });
    await act(changzhi, id, 'unmask', { reason: '电话核实' });
    const { body } = await issue(id);
    const feed = await house.inside.get('/internal/feed?after=0&limit=500');
    /** The application itself, and the words that came with the new person, which can be erased. */
    const named = ['credential_application', 'ledger_text'];
    for (const table of ['ledger_entry', 'outbox', 'act_receipt', 'ledger_text', 'credential_application']) {
      const rows = JSON.stringify(await house.database.query<unknown[]>(`select * from ${table}`));
      expect(rows).not.toContain(secret);
      expect(rows).not.toContain(body.firstPassword);
      expect(rows).not.toMatch(named.includes(table) ? /18800009999|never@demo/ : /不可外泄|18800009999|never@demo/);
    }
    expect(JSON.stringify(feed.body)).not.toMatch(/不可外泄|18800009999|never@demo/);
  });

  it('falls back after 72 hours without use and is issued again to the same person [P8]', async () => {
    const { id } = await applied({ mobile: '18800000102' });
    const first = (await issue(id)).body;
    const [, issued] = await those.facts(subject(id));
    expect(issued?.dueAt).toBe('2023-08-14T02:00:00.000Z');
    await expect(those.time('expire', subject(id), '2023-08-14T01:59:59.999Z')).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
    const [expired] = await those.time('expire', subject(id), '2023-08-14T02:00:00.000Z');
    expect(expired).toMatchObject({ act: 'expire', state: 'issued-expired', countsFrom: '2023-08-14T02:00:00.000Z', dueAt: null });

    jest.setSystemTime(new Date('2023-08-14T03:00:00.000Z'));
    expect((await house.tryToSignIn(first.login, first.firstPassword)).body.code).toBe('FIRST_PASSWORD_EXPIRED');
    const again = (await act(await house.signIn('changzhi-energy-1'), id, 'issue', {})).body;
    expect(again).toMatchObject({ state: 'issued', personId: first.personId, login: first.login });
    expect((await house.tryToSignIn(first.login, first.firstPassword)).body.code).toBe('SIGN_IN_REFUSED');
    expect((await house.signIn(again.login, again.firstPassword)).signedIn.must).toBe('change-password');
  });
});
