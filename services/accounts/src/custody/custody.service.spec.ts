import { randomUUID } from 'node:crypto';
import { Ledger } from '@dengke/service-kit';
import { anAccountsHouse, demoPassword } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';

describe('the security administrator', () => {
  let house: AccountsHouse;
  let security: SignedInClient;

  beforeAll(async () => {
    house = await anAccountsHouse();
    security = await house.signIn('sx-kjt-security');
  });
  afterAll(() => house.close());

  const act = (what: 'disable' | 'enable' | 'unlock', login: string, by = security) =>
    by.post(`/people/person-${login}/credential/${what}`, { reason: '口令可能泄露' }, randomUUID());
  const entries = async (login: string) =>
    (
      await house.database.query<{ kind: string; reason: string }[]>(
        `select e.kind, json_value(t.text, '$.reason') as reason from ledger_entry e join ledger_text t on t.entryId = e.id
          where json_value(e.detail, '$.personId') = ? and e.byPersonId = 'person-sx-kjt-security' order by e.id`,
        [`person-${login}`],
      )
    ).map(({ kind, reason }) => `${kind}: ${reason}`);

  it('disables a login with its reason: the sessions end at once, and nobody signs in', async () => {
    const victim = await house.signIn('unit-zhangling-coal-1');
    expect((await act('disable', 'unit-zhangling-coal-1')).status).toBe(204);

    expect((await house.inside.post('/internal/token', { session: victim.session })).status).toBe(401);
    expect((await house.tryToSignIn('unit-zhangling-coal-1')).body.code).toBe('SIGN_IN_REFUSED');
    expect((await act('disable', 'unit-zhangling-coal-1')).body.code).toBe('ACT_NOT_PERMITTED');

    expect((await act('enable', 'unit-zhangling-coal-1')).status).toBe(204);
    expect((await house.inside.post('/internal/token', { session: victim.session })).status).toBe(401);
    expect((await house.tryToSignIn('unit-zhangling-coal-1')).status).toBe(201);
    expect(await entries('unit-zhangling-coal-1')).toEqual(['credentialDisabled: 口令可能泄露', 'credentialEnabled: 口令可能泄露']);
    expect(await house.app.get(Ledger).verify('organisation/unit-zhangling-coal')).toBeNull();
  });

  it('unlocks a login that failures have locked', async () => {
    for (let failures = 0; failures < 5; failures += 1) {
      await house.tryToSignIn('sx-energy-2', 'not it');
    }
    expect((await house.tryToSignIn('sx-energy-2', demoPassword)).body.code).toBe('ACCOUNT_LOCKED');

    expect((await act('unlock', 'sx-energy-2')).status).toBe(204);

    expect((await house.tryToSignIn('sx-energy-2', demoPassword)).status).toBe(201);
    expect(await entries('sx-energy-2')).toEqual(['credentialUnlocked: 口令可能泄露']);
  });

  it('does so in the department’s part of the graphs, not to himself, and nobody else does', async () => {
    expect((await act('disable', 'most-1')).status).toBe(404);
    expect((await act('disable', 'none')).status).toBe(404);
    expect((await act('disable', 'sx-kjt-security')).body.code).toBe('ACT_NOT_PERMITTED');
    for (const login of ['sx-kjt-admin', 'sx-kjt-system', 'sx-kjt-audit', 'sx-energy-admin']) {
      expect((await act('disable', 'unit-zhangling-coal-2', await house.signIn(login))).body.code).toBe('NOT_ALLOWED');
    }
  });
});

describe('the system administrator', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
  });
  afterAll(() => house.close());

  it('sees what is wrong with the graphs, and nobody else does', async () => {
    const system = await house.signIn('sx-kjt-system');
    expect((await system.get('/graphs/lint')).body).toEqual([]);

    await house.database.query(
      "update held_position set endedAt = '2023-08-02' where organisationId = 'org-jinyuan-heavy' and role = 'superAdmin'",
    );

    expect((await system.get('/graphs/lint')).body).toEqual([
      { fault: 'superAdmins', organisationId: 'org-jinyuan-heavy', in: 'credential' },
    ]);
    expect((await (await house.signIn('sx-kjt-audit')).get('/graphs/lint')).status).toBe(403);
  });
});
