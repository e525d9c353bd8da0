import { Log } from '@dengke/service-kit';
import { anAccountsHouse, standStill } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { aKey, anApplication, applicants } from '../../testing/applications';
import type { IssuedCredentialDto } from '../credentials/credentials.dto';
import type { LinkToMailDto } from './links.dto';

type Answer = IssuedCredentialDto & { code?: string; details?: { faults?: string[]; fields?: object[] } };
const good = 'Set-by-myself-2023';
const unknown = '00000000-0000-7000-8000-000000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const hours = 3_600_000;

describe('a one-time link by mail in place of a first password', () => {
  let house: AccountsHouse;
  let changzhi: SignedInClient;
  let serial = 0;
  beforeAll(async () => {
    house = await anAccountsHouse();
    standStill('2026-03-02T01:00:00.000Z');
  });
  beforeEach(async () => {
    changzhi = await house.signIn('changzhi-energy-1');
  });
  afterAll(async () => {
    await house.close();
    jest.useRealTimers();
  });

  const issue = (more: object = {}, key = aKey()) => {
    const person = { name: '新同事', mail: 'new@demo.dengke.example' };
    const request = { organisationId: 'unit-zhangling-coal', role: 'completer', login: `link-${(serial += 1)}-login`, person };
    return changzhi.post<Answer>('/credentials', { ...request, delivery: 'mail', ...more }, key);
  };
  /** What the feed tells notifications, and what accounts then gives it for the mail. */
  const linkIds = async (login: string): Promise<string[]> => {
    const rows = await house.database.query<{ id: string }[]>(
      `select json_value(e.detail, '$.linkId') as id from ledger_entry e
         join credential c on c.id = json_value(e.detail, '$.credentialId') and e.kind = 'firstPasswordMailed'
        where c.login = ? order by e.id`,
      [login],
    );
    return rows.map(({ id }) => id);
  };
  const toMail = (id: string) => house.inside.get<LinkToMailDto & { code?: string }>(`/internal/first-password-links/${id}`);
  const mailed = async (login: string): Promise<string> => (await toMail((await linkIds(login)).at(-1) ?? '')).body.link;
  const open = (link: string, password = good, from = '198.51.100.1') =>
    house.inside.post<Answer>('/api/v1/first-passwords', { link, password }, { headers: { 'x-forwarded-for': from } });

  it('shows no password to anybody; its holder sets one and signs in with it, once [P8]', async () => {
    const { status, body } = await issue();
    const link = await mailed(body.login);
    const [first, second] = [await open(link), await open(link, 'Another-one-2023')];

    expect([status, body.firstPassword, body.firstPasswordExpiresAt]).toEqual([201, undefined, '2026-03-05T01:00:00.000Z']);
    expect([first.status, second.status, second.body.code]).toEqual([204, 410, 'LINK_VOID']);
    expect((await house.signIn(body.login, good)).signedIn.must).toBeNull();
    const kinds = await house.database.query<{ kind: string; byPersonId: string }[]>(
      "select kind, byPersonId from ledger_entry where json_value(detail, '$.personId') = ? order by id",
      [body.personId],
    );
    expect(kinds.at(-1)).toEqual({ kind: 'passwordChanged', byPersonId: body.personId });
  });

  it('is worked out when it is mailed: its secret stands in no table and in no log, of it only the digest', async () => {
    const log = house.app.get(Log);
    const lines = (['debug', 'info', 'warn', 'error', 'at'] as const).map((level) => jest.spyOn(log, level));
    const { body } = await issue();
    const link = await mailed(body.login);
    await open(link, 'weak');
    const secret = link.split('.')[1] ?? '';
    const tables = await house.database.query<{ name: string }[]>(
      'select table_name as name from information_schema.tables where table_schema = database()',
    );

    expect(secret).toMatch(/^[\w-]{43}$/);
    for (const { name } of tables) {
      expect(JSON.stringify(await house.database.query(`select * from \`${name}\``)).includes(secret)).toBe(false);
    }
    expect(JSON.stringify(lines.map(({ mock }) => mock.calls))).not.toContain(secret);
    expect((await mailed(body.login)) === link).toBe(true);
    expect((await house.outside.get(`/internal/first-password-links/${link.split('.')[0]}`)).status).toBe(401);
  });

  it('takes a password by the rules alone, and a refused one does not use it up', async () => {
    const { body } = await issue();
    const link = await mailed(body.login);
    const weak = await open(link, 'short');
    const own = await open(link, `${body.login}-A1`);

    expect([weak.status, weak.body.details?.faults, own.body.details?.faults]).toEqual([
      ...[422, ['tooShort', 'tooFewClasses'], ['containsLogin']],
    ]);
    expect((await open(link)).status).toBe(204);
  });

  it('is void with the first password, after 72 business hours', async () => {
    const [early, late] = [(await issue()).body, (await issue()).body];
    const links = [await mailed(early.login), await mailed(late.login)];
    jest.setSystemTime(jest.now() + 72 * hours - 1);
    expect((await open(links[0] ?? '')).status).toBe(204);
    jest.setSystemTime(jest.now() + 1);

    expect((await open(links[1] ?? '')).body.code).toBe('LINK_VOID');
    expect((await toMail((await linkIds(late.login))[0] ?? '')).body.code).toBe('NOT_FOUND');
    jest.setSystemTime(new Date('2026-03-02T01:00:00.000Z'));
  });

  it('is void once anything is issued again: another link, or a password that is shown [P6]', async () => {
    const { body } = await issue();
    const first = await mailed(body.login);
    const again = await changzhi.post<Answer>(`/credentials/${body.personId}/first-password`, { delivery: 'mail' }, aKey());
    const second = await mailed(body.login);

    expect([again.status, again.body.firstPassword, first === second]).toEqual([201, undefined, false]);
    expect((await open(first)).body.code).toBe('LINK_VOID');
    const shown = await changzhi.post<Answer>(`/credentials/${body.personId}/first-password`, {}, aKey());
    expect((await open(second)).body.code).toBe('LINK_VOID');
    expect((await house.tryToSignIn(body.login, shown.body.firstPassword)).status).toBe(201);
  });

  it('is void while the login is disabled, and of two who open it at once one is too late', async () => {
    const { body } = await issue();
    const link = await mailed(body.login);
    await house.database.query('update credential set disabled = 1 where personId = ?', [body.personId]);
    expect((await open(link)).body.code).toBe('LINK_VOID');
    await house.database.query('update credential set disabled = 0 where personId = ?', [body.personId]);

    const answers = await Promise.all([open(link, 'First-of-two-2023'), open(link, 'Second-of-two-2023')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  it.each(['张.三', '😀', '.', '', `${unknown}.`, `${unknown}张`])('is none: %j, which is counted like any other', async (link) => {
    const before = await house.database.query<unknown[]>('select at from address_failure');
    const { status, body } = await open(link || ' ');

    expect([status, body.code]).toEqual([410, 'LINK_VOID']);
    expect(await house.database.query<unknown[]>('select at from address_failure')).toHaveLength(before.length + 1);
  });

  it('is issued once under one key, and only to whom one can write', async () => {
    const nobody = await issue({ person: { name: '无邮箱' } });
    const first = await issue({ login: 'link-same' }, 'link-the-same-key');
    const again = await issue({ login: 'link-same' }, 'link-the-same-key');

    expect([nobody.status, nobody.body.details?.fields]).toMatchObject([422, [{ field: 'delivery', reason: 'noMail' }]]);
    expect(again.body).toEqual(first.body);
    expect(await linkIds('link-same')).toHaveLength(1);
  });

  it('completes an application for a login as a changed first password does [S27]', async () => {
    const applying = applicants(house);
    const applied = await applying.applyForCredential(anApplication());
    const path = `/credential-applications/${applied.body.id}`;
    const issued = await changzhi.post<Answer>(`${path}/issue`, { login: 'link-applicant', delivery: 'mail' }, aKey());
    expect([issued.status, issued.body.firstPassword]).toEqual([200, undefined]);
    await open(await mailed('link-applicant'));

    expect((await changzhi.get<{ state: string }>(path)).body.state).toBe('active');
  });

  it('answers whatever opens nothing alike, and slows an address that tries many', async () => {
    const { body } = await issue();
    const right = await mailed(body.login);
    const tried = [unknown, `${right.split('.')[0]}.${unknown.split('.')[1]}`, right.slice(0, -1), 'x', '.', `${right}.x`.replace('.', '')];
    const answers = await Promise.all(tried.map((link) => open(link)));
    const told = answers.map(({ status, body: { code, details } }) => [status, code, details]);

    expect(told).toEqual(tried.map(() => [410, 'LINK_VOID', undefined]));
    for (let at = 0; at < 30; at += 1) {
      await open(`${unknown}${at}`, good, '198.51.100.77');
    }
    const slowed = [await open(unknown, good, '198.51.100.77'), await open(unknown, good, '198.51.100.77')];
    expect(slowed.map(({ body: { code } }) => code)).toContain('TOO_MANY_REQUESTS');
    expect((await open(right)).status).toBe(204);
  });
});
