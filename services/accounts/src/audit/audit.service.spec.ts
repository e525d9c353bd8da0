import { randomUUID } from 'node:crypto';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import type { AuditDto } from './audit.dto';

describe('the audit administrator', () => {
  let house: AccountsHouse;
  let auditor: SignedInClient;

  beforeAll(async () => {
    house = await anAccountsHouse();
    auditor = await house.signIn('sx-kjt-audit');
  });
  afterAll(() => house.close());

  const read = (subject: string, by = auditor) => by.get<AuditDto>(`/audit?subject=${encodeURIComponent(subject)}`);

  it('reads what was done to an organisation and its people: who, for whom, what, when and why, and that it is whole [P30]', async () => {
    const energy = await house.signIn('sx-energy-admin');
    await energy.post('/people/person-unit-zhangling-coal-1/unmask', { reason: '电话核对' }, randomUUID());
    const { status, body } = await read('organisation/unit-zhangling-coal');

    expect([status, body.fault]).toEqual([200, null]);
    expect(body.entries.map(({ number }) => number)).toEqual(body.entries.map((_, at) => at + 1));
    expect(body.entries.at(-1)).toMatchObject({
      kind: 'personUnmasked',
      by: 'person-sx-energy-admin',
      organisationId: 'org-sx-energy',
      detail: { personId: 'person-unit-zhangling-coal-1' },
      text: { reason: '电话核对' },
    });
    expect(JSON.stringify(body)).not.toMatch(/199\d{8}|@demo/);
    const page = await auditor.get<AuditDto>('/audit?subject=organisation%2Funit-zhangling-coal&after=1&limit=2');
    expect(page.body.entries.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('reads on what was done to one that has closed', async () => {
    const id = 'org-cz-qinxian-energy';
    await house.database.query("update held_position set endedAt = '2026-01-01' where organisationId = ?", [id]);
    await house.database.query("update organisation set closedAt = '2026-01-01' where id = ?", [id]);

    expect((await read(`organisation/${id}`)).status).toBe(200);
  });

  it('narrows the whole of it down by act, person and day, whatever page is asked for; what acts there are is always said', async () => {
    const whole = (await read('organisation/unit-zhangling-coal')).body;
    const { kinds, entries } = await auditor
      .get<AuditDto>('/audit?subject=organisation%2Funit-zhangling-coal&kind=personUnmasked&by=ENERGY-admin&limit=1')
      .then(({ body }) => body);

    expect(entries).toEqual([whole.entries.findLast(({ kind }) => kind === 'personUnmasked')]);
    expect(kinds).toEqual([...new Set(whole.entries.map(({ kind }) => kind))].sort());
    const from = async (day: string) =>
      (await auditor.get<AuditDto>(`/audit?subject=organisation%2Funit-zhangling-coal&from=${day}`)).body.entries ?? 'refused';
    const lastDay = new Date(Date.parse(whole.entries.at(-1)?.at ?? '') + 28_800_000);
    expect(await from(lastDay.toISOString().slice(0, 10))).toContainEqual(whole.entries.at(-1));
    expect(await from(new Date(lastDay.getTime() + 86_400_000).toISOString().slice(0, 10))).toEqual([]);
    expect(await from('2023-02-30')).toBe('refused');
  });

  it('is told where a chain is broken', async () => {
    await house.database.query("update ledger_entry set kind = 'nothing' where subject = 'organisation/org-taiyuan-energy' and number = 2");

    expect((await read('organisation/org-taiyuan-energy')).body.fault).toEqual({ number: 2, fault: 'hash' });
  });

  it('reads within the department’s part of the graphs, what exists, and alone', async () => {
    expect((await read('organisation/org-most')).status).toBe(404);
    expect((await read('organisation/none')).status).toBe(404);
    expect((await read('credentialApplication/none')).status).toBe(404);
    expect((await read('x')).status).toBe(422);
    for (const login of ['sx-kjt-admin', 'sx-kjt-system', 'sx-kjt-security', 'unit-zhangling-coal-admin']) {
      expect((await read('organisation/unit-zhangling-coal', await house.signIn(login))).status).toBe(403);
    }
  });
});
