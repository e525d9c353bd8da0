import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { BusinessClock, Disposing, Ledger } from '@dengke/service-kit';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';
import { aForm, applicants } from '../../testing/applications';
import { AccountsConfig } from '../config';
import type { IssuedCredentialDto } from '../credentials/credentials.dto';
import { CredentialApplication } from '../credential-applications/credential-application.entity';
import { OrganiserApplication } from '../organiser-applications/organiser-application.entity';
import { OrganiserScanRow } from '../organiser-applications/organiser-scan.entity';
import { Person } from '../people/person.entity';

const august = '2023-08-14T02:00:00.000Z';
const somebody = 'person-sx-industry-1';

describe('what accounts keeps of people no longer than its term', () => {
  let house: AccountsHouse;
  let those: ReturnType<typeof applicants>;
  beforeAll(async () => {
    house = await anAccountsHouse();
    those = applicants(house);
  });
  afterAll(() => house.close());

  const at = <T>(instant: string, what: () => Promise<T>): Promise<T> => house.app.get(BusinessClock).at(instant, what);
  const dueOn = async (instant: string, kind: string) =>
    (await at(instant, () => house.app.get(Disposing, { strict: false }).due())).filter((due) => due.kind === kind).map(({ id }) => id);
  const dispose = (instant: string) => at(instant, () => house.app.get(Disposing, { strict: false }).dispose());
  const ledger = () => house.app.get(Ledger);

  it('by whom and why is in the ledger before anything goes, and without a reason nothing does', async () => {
    const dispose = (body: object) => house.inside.post('/internal/disposals', body);

    expect((await dispose({})).body).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await ledger().timeline('operations/house')).toEqual([]);
    expect((await dispose({ operator: 'op', reason: 'the yearly round' })).status).toBe(200);

    const by = { operator: 'op', reason: 'the yearly round' };
    expect(await ledger().timeline('operations/house')).toMatchObject([{ kind: 'dispose', by: null, text: by }]);
  });

  it('an application for a login goes two years after it ended: who applied and what was said; that somebody did, and the chain, stay', async () => {
    const { manager } = house.database;
    const { id, secret } = (await those.applyForCredential()).body;
    await manager.update(CredentialApplication, { id }, { lastAt: august });
    expect(await dueOn('2027-08-14T02:00:00.000Z', 'credential-application')).toEqual([]);
    await those.withdraw('credential', id, secret);
    await manager.update(CredentialApplication, { id }, { lastAt: august });

    expect(await dueOn('2025-08-14T15:59:59.000Z', 'credential-application')).toEqual([]);
    expect(await dueOn('2025-08-14T16:00:00.000Z', 'credential-application')).toEqual([id]);
    await dispose('2025-08-14T16:00:00.000Z');

    expect(await manager.countBy(CredentialApplication, { id })).toBe(0);
    expect((await those.view('credential', id, secret)).status).toBe(404);
    const subject = `credentialApplication/${id}`;
    expect((await ledger().timeline(subject)).map(({ kind, text }) => [kind, text])).toEqual([
      ['apply', null],
      ['withdraw', null],
    ]);
    expect(await ledger().verify(subject)).toBeNull();
    expect(await ledger().timeline(`disposal/${subject}`)).toMatchObject([{ kind: 'dispose', detail: { id, years: 2 } }]);
  });

  it('an application to be an organiser that came to nothing goes with its scans, and leaves those that another holds too', async () => {
    const { manager } = house.database;
    const [gone, kept] = [
      (await those.applyAsOrganiser(aForm())).body,
      (await those.applyAsOrganiser(aForm({ organiser: '另一组织管理部门' }))).body,
    ];
    await those.withdraw('organiser', gone.id, gone.secret);
    await manager.update(OrganiserApplication, { id: gone.id }, { lastAt: august });
    const [{ sha256 } = { sha256: '' }] = await manager.findBy(OrganiserScanRow, { applicationId: gone.id });
    const file = join(house.app.get(AccountsConfig).filesDir, 'blobs', sha256.slice(0, 2), sha256);
    await utimes(file, 0, 0);

    await dispose('2028-08-14T16:00:00.000Z');
    expect(await manager.countBy(OrganiserApplication, { id: gone.id })).toBe(0);
    expect([await manager.countBy(OrganiserScanRow, { applicationId: gone.id }), existsSync(file)]).toEqual([0, true]);

    await those.withdraw('organiser', kept.id, kept.secret);
    await manager.update(OrganiserApplication, { id: kept.id }, { lastAt: august });
    await dispose('2028-08-14T16:00:00.000Z');
    expect(existsSync(file)).toBe(false);
  });

  it('how somebody can be reached and signs in goes three years after his last position; name and chain stay, and replicas hear of it', async () => {
    const { manager } = house.database;
    const [held] = await house.database.query<{ organisationId: string }[]>('select organisationId from held_position where personId = ?', [
      somebody,
    ]);
    const [{ login } = { login: '' }] = await house.database.query<{ login: string }[]>('select login from credential where personId = ?', [
      somebody,
    ]);
    expect((await house.tryToSignIn(login)).status).toBe(201);
    expect(await dueOn('2040-01-01T02:00:00.000Z', 'former-person')).toEqual([]);
    await house.database.query('update held_position set endedAt = ? where personId = ?', [new Date(august), somebody]);
    const another = ['held-besides', somebody, held?.organisationId, 'manager', new Date(august)];
    await house.database.query('insert into held_position (id, personId, organisationId, role, grantedAt) values (?)', [another]);
    expect(await dueOn('2040-01-01T02:00:00.000Z', 'former-person')).toEqual([]);
    await house.database.query("delete from held_position where id = 'held-besides'");
    const before = await manager.findOneByOrFail(Person, { id: somebody });
    expect(before.mail).not.toBeNull();

    expect(await dueOn('2026-08-14T15:59:59.000Z', 'former-person')).toEqual([]);
    expect(await dueOn('2026-08-14T16:00:00.000Z', 'former-person')).toEqual([somebody]);
    await dispose('2026-08-14T16:00:00.000Z');

    expect(await manager.findOneByOrFail(Person, { id: somebody })).toMatchObject({
      name: before.name,
      mobile: null,
      mail: null,
      mobileIndex: null,
    });
    expect((await house.tryToSignIn(login)).status).toBe(401);
    for (const table of ['session', 'totp_secret', 'recovery_code', 'passkey']) {
      expect(await house.database.query(`select 1 from ${table} where personId = ?`, [somebody])).toEqual([]);
    }
    const subject = `organisation/${held?.organisationId ?? ''}`;
    expect((await ledger().timeline(subject)).at(-1)).toMatchObject({ kind: 'personDisposed', detail: { personId: somebody } });
    expect(await ledger().verify(subject)).toBeNull();
    expect(await dueOn('2040-01-01T02:00:00.000Z', 'former-person')).toEqual([]);

    const again = { organisationId: held?.organisationId, role: 'manager', personId: somebody };
    const { body } = await (await house.signIn('sx-industry-admin')).post<IssuedCredentialDto>('/credentials', again, 'issued-anew');
    expect((await house.tryToSignIn(login, body.firstPassword)).body.must).toBe('change-password');
  });
});
