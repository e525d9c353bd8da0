import { randomUUID } from 'node:crypto';
import { grantableTo, organisationKinds, rightsOf, roles, separatedRoles } from '@dengke/contract';
import type { Right } from '@dengke/contract';
import { Ledger } from '@dengke/service-kit';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import type { PositionRightsDto } from './rights.dto';

/** What a manager does with submissions and with notices. */
const deciding: Right[] = ['submission.read', 'submission.decide', 'deadline.extend'];
/** Of the platform's administrators; nobody gives them away. */
const separatedRights: Right[] = ['rights.set', 'audit.read', 'credential.secure', 'graph.lint', 'workflow.look'];
const notices: Right[] = ['notice.read', 'notice.issue', 'notice.forward', 'notice.answer'];

describe('the rights of managers', () => {
  let house: AccountsHouse;
  let admin: SignedInClient;

  beforeAll(async () => {
    house = await anAccountsHouse();
    admin = await house.signIn('sx-energy-admin');
  });
  beforeEach(() => house.database.query('delete from position_right'));
  afterAll(() => house.close());

  const positionOf = async (login: string): Promise<string> => {
    const [row] = await house.database.query<{ id: string }[]>('select id from held_position where personId = ?', [`person-${login}`]);
    return row?.id ?? '';
  };
  const set = async (by: SignedInClient, login: string, rights: Right[], key: string = randomUUID()) =>
    by.put<PositionRightsDto>(`/positions/${await positionOf(login)}/rights`, { rights, reason: '职责调整' }, key);
  const newcomer = (organisationId: string) => ({
    ...{ organisationId, role: 'completer', login: `new-${randomUUID().slice(0, 8)}` },
    person: { name: '新来者' },
  });

  it('are set by the super administrator of their node, who so delegates the issuing of logins [P7 S58]', async () => {
    const manager = await house.signIn('sx-energy-1');
    const issue = () => manager.post('/credentials', newcomer('unit-zhangling-coal'), randomUUID());
    expect((await issue()).body.code).toBe('NOT_ALLOWED');

    const { status, body } = await set(admin, 'sx-energy-1', ['submission.read', 'submission.decide', 'credential.issue']);

    expect([status, body.rights.includes('credential.issue'), body.byDefault.includes('credential.issue')]).toEqual([200, true, false]);
    expect((await issue()).status).toBe(201);
    const asManager = { organisationId: 'org-sx-energy', role: 'manager', login: 'new-manager', person: { name: '新经理' } };
    expect((await manager.post('/credentials', asManager, randomUUID())).body.code).toBe('NOT_ALLOWED');
  });

  it('are set for the managers of a municipal bureau by the organiser whose node it belongs to [P7 S4]', async () => {
    const municipal = await house.signIn('changzhi-energy-1');
    const issue = () => municipal.post('/credentials', newcomer('unit-zhangling-coal'), randomUUID());
    expect((await issue()).status).toBe(201);

    await set(admin, 'changzhi-energy-1', ['submission.read', 'submission.decide']);

    expect((await issue()).body.code).toBe('NOT_ALLOWED');
  });

  it('count at once for an act, whatever the token says that is still under way', async () => {
    await set(admin, 'sx-energy-1', ['submission.read', 'credential.issue']);
    const manager = await house.signIn('sx-energy-1');
    const token = await manager.token();
    await set(admin, 'sx-energy-1', ['submission.read']);

    const headers = { authorization: `Bearer ${token}` };
    const answer = await house.outside.post('/api/v1/credentials', newcomer('unit-zhangling-coal'), { key: randomUUID(), headers });
    expect(answer.body.code).toBe('NOT_ALLOWED');
  });

  it('travel in the token only where they are not those of the role, and are shown to their holder', async () => {
    const manager = await house.signIn('sx-energy-1');
    expect((await manager.caller()).position).not.toHaveProperty('rights');

    await set(admin, 'sx-energy-1', ['submission.read']);

    expect((await manager.caller()).position.rights).toEqual(['organisation.read', 'inbox.read', 'window.read', 'submission.read']);
    const me = await manager.get<{ rights: Right[] }>('/me');
    expect(me.body.rights).not.toContain('submission.decide');
    expect((await manager.get('/routes?unit=unit-zhangling-coal')).status).toBe(404);
    await set(admin, 'sx-energy-1', [...deciding, ...notices]);
    expect((await manager.caller()).position).not.toHaveProperty('rights');
  });

  it('are an entry of the ledger with its reason each time they are set, once for a repeated key', async () => {
    const key = randomUUID();
    const answers = [await set(admin, 'sx-energy-2', ['people.unmask'], key), await set(admin, 'sx-energy-2', ['people.unmask'], key)];
    const entries = await house.database.query<{ detail: object; text: object }[]>(
      `select e.detail, t.text from ledger_entry e join ledger_text t on t.entryId = e.id
        where e.subject = 'organisation/org-sx-energy' and e.kind = 'rightsSet' and json_value(e.detail, '$.personId') = 'person-sx-energy-2'`,
    );

    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(entries).toEqual([
      {
        detail: {
          personId: 'person-sx-energy-2',
          positionId: await positionOf('sx-energy-2'),
          granted: ['people.unmask'],
          withheld: [...deciding, ...notices],
        },
        text: { reason: '职责调整' },
      },
    ]);
    expect(await house.app.get(Ledger).verify('organisation/org-sx-energy')).toBeNull();
  });

  it.each<[string, string, string, number, string]>([
    ['a manager', 'sx-energy-1', 'sx-energy-2', 403, 'NOT_ALLOWED'],
    ['the super administrator of another node', 'sx-industry-admin', 'sx-energy-1', 404, 'NOT_FOUND'],
    ['the level above, which is not the same level', 'sx-kjt-admin', 'sx-energy-1', 403, 'NOT_ALLOWED'],
    ['the super administrator for himself', 'sx-energy-admin', 'sx-energy-admin', 403, 'NOT_ALLOWED'],
    ['the super administrator for a unit', 'sx-energy-admin', 'unit-zhangling-coal-admin', 403, 'NOT_ALLOWED'],
    ['a completer', 'unit-zhangling-coal-1', 'sx-energy-1', 403, 'NOT_ALLOWED'],
  ])('are not set by %s [P7]', async (_, by, whose, status, code) => {
    expect((await set(await house.signIn(by), whose, ['submission.read'])).body).toMatchObject({ status, code });
    expect(await house.database.query('select * from position_right')).toEqual([]);
  });

  it('never reach beyond what the kind of organisation can carry [P3]', async () => {
    for (const right of ['rights.set', 'window.manage', 'audit.read', 'draft.write', 'inbox.read'] as const) {
      expect((await set(admin, 'sx-energy-1', [right])).body).toMatchObject({ code: 'INVALID_INPUT' });
    }
    for (const organisationKind of organisationKinds) {
      for (const role of roles) {
        const grantable = grantableTo({ organisationKind, role });
        expect(grantable.size > 0).toBe(role === 'manager' && !['unit', 'county'].includes(organisationKind));
        expect([...grantable].filter((right) => separatedRights.includes(right))).toEqual([]);
      }
    }
  });

  it('are taken away by the security administrator in an emergency, and given by him to nobody [P7]', async () => {
    const security = await house.signIn('sx-kjt-security');
    await set(admin, 'sx-energy-1', ['submission.read', 'credential.issue']);

    expect((await set(security, 'sx-energy-1', ['submission.read'])).body.rights).not.toContain('credential.issue');
    expect((await set(security, 'sx-energy-1', ['submission.read', 'credential.issue'])).body).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await set(security, 'sx-energy-1', ['submission.read', 'submission.decide'])).body).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('the administrators of the platform', () => {
  let house: AccountsHouse;
  let admin: SignedInClient;

  beforeAll(async () => {
    house = await anAccountsHouse();
    admin = await house.signIn('sx-kjt-admin');
  });
  afterAll(() => house.close());

  const appoint = (personId: string, role: string, organisationId = 'org-sx-kjt') =>
    admin.post('/credentials', { organisationId, role, personId }, randomUUID());

  it('exclude each other: nobody holds two of their positions, by the database', async () => {
    for (const role of separatedRoles) {
      const others = separatedRoles.filter((other) => other !== role).map((other) => other.replace('Admin', ''));
      for (const login of others) {
        expect((await appoint(`person-sx-kjt-${login}`, role)).body.code).toBe('SEPARATED_DUTY');
      }
    }
    const both = house.database.query(
      `insert into held_position (id, personId, organisationId, role, grantedAt) values ('p', 'person-sx-kjt-audit', 'org-sx-kjt', 'systemAdmin', '2023-08-01')`,
    );
    await expect(both).rejects.toThrow('position_one_separated');
  });

  it('may change hands: once a position has ended its holder may have another', async () => {
    await house.database.query("update held_position set endedAt = '2023-08-02' where personId = 'person-sx-kjt-system'");

    expect((await appoint('person-sx-kjt-system', 'auditAdmin')).status).toBe(201);
    expect((await appoint('person-sx-kjt-system', 'systemAdmin')).body.code).toBe('SEPARATED_DUTY');
  });

  it('sit at the department’s node alone, appointed by its super administrator', async () => {
    expect((await appoint('person-sx-energy-1', 'auditAdmin', 'org-sx-energy')).body.code).toBe('NOT_ALLOWED');
    for (const role of separatedRoles) {
      const elsewhere = organisationKinds
        .filter((kind) => kind !== 'department')
        .map((organisationKind) => rightsOf({ role, organisationKind }));
      expect(new Set(elsewhere.flatMap((rights) => [...rights]))).not.toContain('audit.read');
    }
  });

  it('may each do what the others may not', () => {
    const special = separatedRoles.map((role) => [...rightsOf({ role, organisationKind: 'department' })].slice(3));

    expect(special).toEqual([['graph.lint', 'workflow.look'], ['credential.secure', 'rights.set'], ['audit.read']]);
  });
});
