import { anAccountsHouse, demoPassword } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import type { IssuedCredentialDto } from './credentials.dto';

type Recovered = IssuedCredentialDto & { code?: string };
const reason = '忘记密码，已电话核对身份';

describe('recovering a login whose password is lost', () => {
  let house: AccountsHouse;
  let changzhi: SignedInClient;
  let keys = 0;
  beforeAll(async () => {
    house = await anAccountsHouse();
    changzhi = await house.signIn('changzhi-energy-1');
  });
  afterAll(() => house.close());

  const recover = (by: SignedInClient, personId: string, body: object = { reason }, key = `recovery-key-${(keys += 1)}`) =>
    by.post<Recovered>(`/credentials/${personId}/recovery`, body, key);
  const recorded = () =>
    house.database.query<{ byPersonId: string; detail: object; text: string }[]>(
      `select e.byPersonId, e.detail, t.text from ledger_entry e join ledger_text t on t.entryId = e.id
        where e.kind = 'credentialRecovered' order by e.id`,
    );

  it('gives a first password although the old one was changed; the old one and every session open nothing any more [P6 P8 S56]', async () => {
    const before = await house.signIn('unit-zhangling-coal-1');
    const { status, body } = await recover(changzhi, 'person-unit-zhangling-coal-1');

    expect([status, body.login, body.firstPassword?.length]).toEqual([201, 'unit-zhangling-coal-1', 14]);
    const [validity] = await house.database.query<object[]>(
      `select timestampdiff(second, e.at, c.firstPasswordExpiresAt) / 3600 as hours from credential c
         join ledger_entry e on json_value(e.detail, '$.credentialId') = c.id where e.kind = 'credentialRecovered'`,
    );
    expect(Number(Object.values(validity ?? {})[0])).toBe(72);
    expect((await house.inside.post('/internal/token', { session: before.session })).status).toBe(401);
    expect((await house.tryToSignIn('unit-zhangling-coal-1')).body.code).toBe('SIGN_IN_REFUSED');
    const me = await house.signIn(body.login, body.firstPassword);
    expect(me.signedIn.must).toBe('change-password');
    expect(
      (await me.put<Recovered & { details: object }>('/password', { current: body.firstPassword, next: demoPassword })).body,
    ).toMatchObject({
      code: 'PASSWORD_TOO_WEAK',
      details: { faults: ['usedBefore'] },
    });
    expect((await me.put('/password', { current: body.firstPassword, next: 'Found-again-2023' })).status).toBe(204);
    await house.signIn(body.login, 'Found-again-2023');
  });

  it('is recorded with who did it, and the reason in the erasable text alone', async () => {
    const { body } = await recover(changzhi, 'person-unit-zhangling-coal-2');
    const entry = (await recorded()).at(-1);

    expect(entry).toMatchObject({
      byPersonId: 'person-changzhi-energy-1',
      detail: { personId: 'person-unit-zhangling-coal-2', issuedBy: changzhi.signedIn.position.id },
    });
    expect(JSON.stringify(entry?.text)).toContain(reason);
    expect(JSON.stringify(entry?.detail)).not.toContain(reason);
    for (const table of ['act_receipt', 'ledger_entry', 'ledger_text', 'credential', 'former_password']) {
      expect(JSON.stringify(await house.database.query(`select * from ${table}`))).not.toContain(body.firstPassword);
    }
  });

  it('happens once under one key and shows the password once; without a reason not at all', async () => {
    const before = (await recorded()).length;
    const first = await recover(changzhi, 'person-unit-ruiling-gas-1', { reason }, 'recovery-same-key');
    const second = await recover(changzhi, 'person-unit-ruiling-gas-1', { reason }, 'recovery-same-key');
    const { firstPassword, ...rest } = first.body;

    expect([first.status, second.body]).toEqual([201, rest]);
    expect(await recorded()).toHaveLength(before + 1);
    expect((await house.tryToSignIn(first.body.login, firstPassword)).status).toBe(201);
    expect((await recover(changzhi, 'person-unit-ruiling-gas-1', { reason: '另一原因' }, 'recovery-same-key')).body.code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    for (const body of [{}, { reason: '' }, { reason: '  ' }]) {
      expect((await recover(changzhi, 'person-unit-ruiling-gas-1', body)).body.code).toBe('INVALID_INPUT');
    }
  });

  it('is for who may issue all that the person holds; nobody recovers his own, and elsewhere looks like nowhere [P6 P7]', async () => {
    const answers = await Promise.all(
      [
        'person-changzhi-energy-1',
        'person-changzhi-energy-2',
        'person-sx-energy-admin',
        'person-unit-fenlan-storage-1',
        'person-nobody',
      ].map(async (personId) => (await recover(changzhi, personId)).body.code),
    );
    expect(answers).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);

    const [admin, completer, taiyuan] = [
      await house.signIn('sx-energy-admin'),
      await house.signIn('unit-ruiling-gas-2'),
      await house.signIn('taiyuan-energy-1'),
    ];
    expect((await recover(admin, 'person-sx-energy-admin')).body.code).toBe('NOT_ALLOWED');
    expect((await recover(completer, 'person-unit-ruiling-gas-2')).body.code).toBe('NOT_ALLOWED');
    expect((await recover(taiyuan, 'person-unit-ruiling-gas-2')).body.code).toBe('NOT_FOUND');
    expect((await recover(admin, 'person-changzhi-energy-2')).status).toBe(201);
  });

  it('does not open a login that security administration has disabled', async () => {
    await house.database.query("update credential set disabled = 1 where personId = 'person-unit-ruiling-gas-2'");
    expect((await recover(changzhi, 'person-unit-ruiling-gas-2')).body.code).toBe('ACT_NOT_PERMITTED');
  });

  it('asks for the second factor anew', async () => {
    const answer = await changzhi.caller();
    expect(answer.steppedUpUntil).toBeDefined();
    await house.database.query('update session set secondFactorAt = secondFactorAt - interval 1 day where id = ?', [answer.sessionId]);
    expect((await recover(changzhi, 'person-unit-zhangling-coal-2')).body.code).toBe('STEP_UP_NEEDED');
  });
});
