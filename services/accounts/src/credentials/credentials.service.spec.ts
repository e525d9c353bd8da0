import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import type { IssuedCredentialDto } from './credentials.dto';

type Body = Record<string, unknown>;

describe('issuing a login', () => {
  let house: AccountsHouse;
  let changzhi: SignedInClient;
  let energy: SignedInClient;
  let serial = 0;
  beforeAll(async () => {
    house = await anAccountsHouse();
    changzhi = await house.signIn('changzhi-energy-1');
    energy = await house.signIn('sx-energy-admin');
  });
  afterAll(() => house.close());

  const aRequest = (overrides: Body = {}): Body => {
    serial += 1;
    const person = { name: '新来者', mobile: '19912345678', mail: 'new@demo.dengke.example' };
    return { organisationId: 'unit-zhangling-coal', role: 'completer', login: `new-${serial}-login`, person, ...overrides };
  };
  const issue = (by: SignedInClient, body: Body, key = `issue-spec-${serial}`) =>
    by.post<IssuedCredentialDto & { code?: string }>('/credentials', body, key);
  const count = async (table: string) => (await house.database.query<{ n: number }[]>(`select count(*) as n from ${table}`))[0]?.n ?? 0;

  it('lets the municipal bureau issue for a completer of a unit in its area [P6 P7 S27]', async () => {
    const request = aRequest({ onApplication: '电话申请' });
    const { status, body } = await issue(changzhi, request);

    expect(status).toBe(201);
    expect(body).toMatchObject({ login: request.login, firstPassword: expect.stringMatching(/^\S{14}$/) as string });
    const me = await house.signIn(body.login, body.firstPassword);
    expect(me.signedIn).toMatchObject({
      person: { name: '新来者' },
      position: { organisationId: 'unit-zhangling-coal', role: 'completer' },
    });
    const [row] = await house.database.query<Body[]>('select issuedBy, onApplication, mustChange from credential where login = ?', [
      body.login,
    ]);
    expect(row).toEqual({ issuedBy: changzhi.signedIn.position.id, onApplication: '电话申请', mustChange: 1 });
  });

  it('lets the organiser’s super administrator issue for units of every area and for its bureaus’ managers [S24 S26 S58 S61]', async () => {
    expect((await issue(energy, aRequest({ organisationId: 'unit-yunshuo-wind', role: 'unitAdmin' }))).status).toBe(201);
    expect((await issue(energy, aRequest({ organisationId: 'unit-zhangling-coal' }))).status).toBe(201);
    const bureau = await issue(
      energy,
      aRequest({ organisationId: 'org-datong-energy', role: 'manager', onApplication: '大同市能源局来电' }),
    );
    expect(bureau.status).toBe(201);
    expect((await house.signIn(bureau.body.login, bureau.body.firstPassword)).signedIn.position.organisationKind).toBe('municipal');
    expect((await issue(energy, aRequest({ organisationId: 'org-sx-energy', role: 'manager' }))).status).toBe(201);
  });

  it('goes down one level at a time: department to organiser, ministry to department [S56]', async () => {
    const [department, ministry] = [await house.signIn('sx-kjt-admin'), await house.signIn('most-admin')];
    await house.database.query(
      "update held_position set endedAt = grantedAt where organisationId in ('org-sx-industry') and role = 'superAdmin'",
    );

    expect((await issue(department, aRequest({ organisationId: 'org-sx-industry', role: 'superAdmin' }))).status).toBe(201);
    expect((await issue(department, aRequest({ organisationId: 'unit-jinzhou-steel' }))).body.code).toBe('NOT_ALLOWED');
    expect((await issue(ministry, aRequest({ organisationId: 'org-sx-industry', role: 'superAdmin' }))).body.code).toBe('NOT_ALLOWED');
  });

  it('keeps one super administrator per management organisation, by the database [P7 S57]', async () => {
    const department = await house.signIn('sx-kjt-admin');
    const refused = await issue(department, aRequest({ organisationId: 'org-changzhi-science', role: 'superAdmin' }));
    expect(refused.body).toMatchObject({ code: 'SUPER_ADMIN_EXISTS', status: 409 });

    const second = house.database.query(
      "insert into held_position (id, personId, organisationId, role, grantedAt) values ('x', 'person-sx-energy-1', 'org-sx-energy', 'superAdmin', '2026-01-01')",
    );
    await expect(second).rejects.toThrow('position_one_super_admin');
  });

  it('lets only one of two rivals become super administrator [S57]', async () => {
    const department = await house.signIn('sx-kjt-admin');
    await house.database.query(
      "update held_position set endedAt = grantedAt where organisationId = 'org-jinyuan-heavy' and role = 'superAdmin'",
    );
    const requests = [1, 2, 3, 4].map(() => aRequest({ organisationId: 'org-jinyuan-heavy', role: 'superAdmin' }));
    const answers = await Promise.all(requests.map((request, at) => issue(department, request, `rivals-${at}-key`)));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('shows nothing of other parts of the graphs: forbidden and unknown look alike', async () => {
    const [elsewhere, nowhere] = [
      await issue(changzhi, aRequest({ organisationId: 'unit-fenlan-storage' })),
      await issue(changzhi, aRequest({ organisationId: 'unit-none' })),
    ];
    const forbidden = { ...elsewhere.body, traceId: '' };
    const unknown = { ...nowhere.body, traceId: '' };

    expect(forbidden).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    expect(forbidden).toEqual(unknown);
    expect((await issue(changzhi, aRequest({ organisationId: 'org-sx-energy', role: 'manager' }))).body.code).toBe('NOT_FOUND');
    expect((await issue(changzhi, aRequest({ organisationId: 'org-changzhi-energy', role: 'manager' }))).body.code).toBe('NOT_ALLOWED');
  });

  it('is not open to whom it is not given: manager of an organiser, county, completer, nobody [P3 P6 P7]', async () => {
    expect((await issue(await house.signIn('sx-energy-1'), aRequest())).body.code).toBe('NOT_ALLOWED');
    expect((await issue(await house.signIn('cz-luzhou-energy-liaison'), aRequest())).body.code).toBe('NOT_ALLOWED');
    expect((await issue(await house.signIn('unit-zhangling-coal-1'), aRequest())).body.code).toBe('NOT_ALLOWED');
    expect((await house.outside.post('/api/v1/credentials', aRequest(), { key: 'nobody-at-all' })).body).toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });

  it('answers a repeated key with the same, but never shows the first password twice [P8]', async () => {
    const request = aRequest();
    const first = await issue(changzhi, request, 'the-same-key');
    const before = await count('ledger_entry');
    const second = await issue(changzhi, request, 'the-same-key');
    const { firstPassword, ...rest } = first.body;

    expect(firstPassword).toBeDefined();
    expect(second.status).toBe(201);
    expect(second.body).toEqual(rest);
    expect(await count('ledger_entry')).toBe(before);
    expect((await issue(changzhi, { ...request, role: 'unitAdmin' }, 'the-same-key')).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await changzhi.post('/credentials', request)).body.code).toBe('IDEMPOTENCY_KEY_MISSING');
  });

  it('shows the first password to one of two who send the same key at once [P8]', async () => {
    const request = aRequest();
    const answers = await Promise.all([1, 2, 3].map(() => issue(changzhi, request, 'at-the-same-time')));

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers.filter(({ body }) => body.firstPassword !== undefined)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.positionId)).size).toBe(1);
  });

  it('writes the first password nowhere: not in a receipt, a ledger, a text or a row [P8]', async () => {
    const { body } = await issue(changzhi, aRequest());
    for (const table of ['act_receipt', 'ledger_entry', 'ledger_text', 'credential', 'outbox']) {
      const rows = await house.database.query<unknown[]>(`select * from ${table}`);
      expect(JSON.stringify(rows)).not.toContain(body.firstPassword);
    }
  });

  it('gives a known person another position without another login, and only once', async () => {
    const { body } = await issue(changzhi, aRequest());
    const known = { organisationId: 'unit-ruiling-gas', role: 'completer', personId: body.personId };
    const again = await issue(changzhi, known, 'known-person-1');

    expect(again.body).toEqual({
      personId: body.personId,
      positionId: expect.any(String) as string,
      login: body.login,
      firstPasswordExpiresAt: null,
    });
    expect((await issue(changzhi, known, 'known-person-2')).body).toMatchObject({ code: 'ACT_NOT_PERMITTED' });
    expect((await house.signIn(body.login, body.firstPassword)).signedIn.positions).toHaveLength(2);
    expect((await issue(changzhi, { ...known, personId: 'person-fenlan' }, 'known-person-3')).body.code).toBe('NOT_FOUND');
    expect((await issue(changzhi, { ...known, personId: 'person-unit-fenlan-storage-1' }, 'known-person-4')).body.code).toBe('NOT_FOUND');
  });

  it('refuses a taken login and a malformed request, and stores nothing of either', async () => {
    const before = await Promise.all(['person', 'held_position', 'credential', 'ledger_entry', 'act_receipt'].map(count));
    expect((await issue(changzhi, aRequest({ login: 'sx-energy-1' }))).body.code).toBe('LOGIN_TAKEN');
    expect((await issue(changzhi, aRequest({ login: undefined }))).body).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'login' }] },
    });
    const bad = await issue(
      changzhi,
      aRequest({ login: 'Has Spaces', person: { name: '', mobile: '12345', passwordHash: 'x' }, issuedBy: 'me' }),
    );
    expect(bad.body).toMatchObject({ code: 'INVALID_INPUT', status: 422 });
    expect(await Promise.all(['person', 'held_position', 'credential', 'ledger_entry', 'act_receipt'].map(count))).toEqual(before);
  });

  it('gives another first password while the first was never changed, once per key, and the former opens nothing [P8]', async () => {
    const { body } = await issue(changzhi, aRequest());
    const renew = (by: SignedInClient, key: string, personId = body.personId) =>
      by.post<IssuedCredentialDto & { code?: string }>(`/credentials/${personId}/first-password`, {}, key);
    const again = await renew(changzhi, 'renew-key-1');

    expect(again).toMatchObject({ status: 201, body: { personId: body.personId, login: body.login } });
    expect(again.body.firstPassword).not.toBe(body.firstPassword);
    expect((await renew(changzhi, 'renew-key-1')).body.firstPassword).toBeUndefined();
    expect((await house.tryToSignIn(body.login, body.firstPassword)).status).toBe(401);
    const me = await house.signIn(body.login, again.body.firstPassword);
    await me.put('/password', { current: again.body.firstPassword, next: 'Changed-at-once-7' });
    expect((await renew(changzhi, 'renew-key-2')).body.code).toBe('ACT_NOT_PERMITTED');

    expect((await renew(await house.signIn('taiyuan-energy-1'), 'renew-key-3')).body.code).toBe('NOT_FOUND');
    expect((await renew(await house.signIn('sx-energy-1'), 'renew-key-4')).body.code).toBe('NOT_ALLOWED');
    expect((await renew(changzhi, 'renew-key-5', 'person-changzhi-energy-2')).body.code).toBe('NOT_ALLOWED');
  });

  it('gives it only to who may issue all that the person holds: a password opens every position', async () => {
    const { body } = await issue(energy, aRequest({ organisationId: 'org-datong-energy', role: 'manager' }));
    await issue(energy, { organisationId: 'unit-zhangling-coal', role: 'completer', personId: body.personId }, 'both-positions');
    const renew = async (by: SignedInClient, key: string) =>
      (await by.post(`/credentials/${body.personId}/first-password`, {}, key)).body.code;

    expect(await renew(changzhi, 'renew-all-1')).toBe('NOT_ALLOWED');
    expect(await renew(energy, 'renew-all-2')).toBeUndefined();
  });

  it('is told to the other services by ids alone', async () => {
    const { body } = await issue(changzhi, aRequest());
    const entries = await house.database.query<{ kind: string; detail: Body; byPersonId: string }[]>(
      `select kind, detail, byPersonId from ledger_entry
        where subject = 'organisation/unit-zhangling-coal' and json_value(detail, '$.personId') = ? order by number`,
      [body.personId],
    );

    expect(entries.map(({ kind }) => kind)).toEqual(['personAdded', 'positionGranted', 'credentialIssued']);
    expect(entries.map(({ byPersonId }) => byPersonId)).toEqual(Array.from({ length: 3 }, () => 'person-changzhi-energy-1'));
    expect(JSON.stringify(entries)).not.toMatch(/新来者|19912345678|demo\.dengke/);
    expect(entries[1]?.detail).toMatchObject({
      positionId: body.positionId,
      organisationId: 'unit-zhangling-coal',
      organisationKind: 'unit',
      role: 'completer',
    });
  });
});
