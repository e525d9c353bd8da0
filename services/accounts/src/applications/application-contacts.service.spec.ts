import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { aForm, aKey, anApplication, applicants } from '../../testing/applications';

type Page = Record<string, unknown> & { code?: string; timeline: { act: string; by: string | null; reason: string | null }[] };

describe('mobiles and mails of those who apply', () => {
  let house: AccountsHouse;
  let those: ReturnType<typeof applicants>;
  let desk: SignedInClient;
  let department: SignedInClient;
  beforeAll(async () => {
    house = await anAccountsHouse();
    those = applicants(house);
    desk = await house.signIn('changzhi-energy-1');
    department = await house.signIn('sx-kjt-admin');
  });
  afterAll(() => house.close());

  const forLogin = async () => `credential-applications/${(await those.applyForCredential(anApplication())).body.id}`;
  const toOrganise = async () => `organiser-applications/${(await those.applyAsOrganiser(aForm())).body.id}`;
  const page = async (by: SignedInClient, at: string) => (await by.get<Page>(`/${at}`)).body;
  const unmask = async (by: SignedInClient, at: string, reason: string | undefined = '电话核实', key = aKey()) =>
    (await by.post<Page>(`/${at}/unmask`, { reason }, key)).body;
  const timeline = async (by: SignedInClient, at: string) =>
    (await page(by, at)).timeline.map(({ act, reason }) => [act, reason]).filter(([act]) => act === 'unmask');

  it('are masked on every page', async () => {
    expect(await page(desk, await forLogin())).toMatchObject({ mobile: '188****0001', mail: 'a***@demo…' });
    expect(await page(department, await toOrganise())).toMatchObject({
      leader: { name: '分管人', mobile: '188****0011', mail: null },
      head: { name: '负责人', mobile: '188****0012', mail: 'h***@demo…' },
      staff: { name: '经办人', mobile: '188****0013', mail: 's***@demo…' },
    });
  });

  it('are whole for the desk, for a reason that is recorded, once under one key', async () => {
    const [mine, theirs, key] = [await forLogin(), await toOrganise(), aKey()];
    expect([(await unmask(desk, mine, '')).code, (await unmask(department, theirs, '')).code]).toEqual(['INVALID_INPUT', 'INVALID_INPUT']);

    const whole = { mobile: '18800000001', mail: 'applicant@demo.dengke.example' };
    expect([await unmask(desk, mine, '电话核实', key), await unmask(desk, mine, '电话核实', key)]).toEqual([whole, whole]);
    const { leader, head, staff } = aForm();
    expect(await unmask(department, theirs)).toEqual({ leader: { ...leader, mail: null }, head, staff });
    expect([await timeline(desk, mine), await timeline(department, theirs)]).toEqual([[['unmask', '电话核实']], [['unmask', '电话核实']]]);
  });

  it('are whole for the super administrator of a level above too, for nobody else, and no more once it is over', async () => {
    const [mine, theirs] = [await forLogin(), await toOrganise()];
    const energy = await house.signIn('sx-energy-admin');
    await those.letIssue(energy, 'sx-energy-1');
    expect(await unmask(energy, mine)).toMatchObject({ mobile: '18800000001' });
    expect((await unmask(await house.signIn('sx-energy-1'), mine)).code).toBe('NOT_ALLOWED');
    expect((await unmask(await house.signIn('taiyuan-energy-1'), mine)).code).toBe('NOT_FOUND');
    expect((await unmask(energy, theirs)).code).toBe('NOT_FOUND');
    expect((await unmask(await house.signIn('sx-kjt-1'), theirs)).code).toBe('NOT_ALLOWED');
    expect(await timeline(energy, mine)).toHaveLength(1);

    for (const [by, at] of [[desk, mine] as const, [department, theirs] as const]) {
      await by.post(`/${at}/refuse`, { reason: '重复' }, aKey());
      expect((await unmask(by, at)).code).toBe('APPLICATION_DECIDED');
    }
  });

  it('stand sealed in their tables, and nowhere else', async () => {
    const [mine, theirs] = [await forLogin(), await toOrganise()];
    await Promise.all([unmask(desk, mine), unmask(department, theirs)]);
    for (const table of ['credential_application', 'organiser_application', 'ledger_entry', 'ledger_text', 'outbox', 'act_receipt']) {
      const rows = JSON.stringify(await house.database.query<unknown[]>(`select * from ${table}`));
      expect(rows).not.toMatch(/188000000[01]\d|demo\.dengke/);
    }
  });
});
