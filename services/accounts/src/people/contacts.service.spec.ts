import { randomUUID } from 'node:crypto';
import { Ledger } from '@dengke/service-kit';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import type { ContactDto, KnownPersonDto } from './people.dto';

describe('mobiles and mails of people', () => {
  let house: AccountsHouse;
  let energy: SignedInClient;
  const completer = 'person-unit-zhangling-coal-1';
  const mail = 'unit-zhangling-coal-1@demo.dengke.example';

  beforeAll(async () => {
    house = await anAccountsHouse();
    energy = await house.signIn('sx-energy-admin');
  });
  afterAll(() => house.close());

  const unmask = (client: SignedInClient, personId: string, reason = '材料有误，电话联系', key: string = randomUUID()) =>
    client.post<ContactDto>(`/people/${personId}/unmask`, { reason }, key);
  const unmaskings = (by: string) =>
    house.database.query<{ subject: string; detail: object; text: { reason: string } }[]>(
      `select e.subject, e.detail, t.text from ledger_entry e join ledger_text t on t.entryId = e.id
        where e.kind = 'personUnmasked' and e.byPersonId = ? order by e.id`,
      [by],
    );

  it('stand sealed in the database, all of them, and nowhere else', async () => {
    const rows = await house.database.query<{ mobile: string; mail: string; mobileIndex: string }[]>(
      'select mobile, mail, mobileIndex from person',
    );

    expect(rows.length).toBeGreaterThan(80);
    expect(rows.every((row) => [row.mobile, row.mail].every((value) => /^k1\.[\w-]{22}\.[\w-]+\.[\w-]{43}$/.test(value)))).toBe(true);
    expect(new Set(rows.map(({ mobileIndex }) => mobileIndex)).size).toBe(rows.length);
  });

  it('are shown whole for a reason, and that is an entry of the ledger: who, of whom, why', async () => {
    const { status, body } = await unmask(energy, completer);

    expect([status, body.mail]).toEqual([200, mail]);
    expect(body.mobile).toMatch(/^199\d{8}$/);
    const [entry] = await unmaskings('person-sx-energy-admin');
    expect(entry).toEqual({
      subject: 'organisation/unit-zhangling-coal',
      detail: { personId: completer },
      text: { reason: '材料有误，电话联系' },
    });
    expect(await house.app.get(Ledger).verify('organisation/unit-zhangling-coal')).toBeNull();
  });

  it('are recorded once for a repeated key, whose receipt tells nothing of them', async () => {
    const key = randomUUID();
    const answers = [await unmask(energy, completer, '核对信息', key), await unmask(energy, completer, '核对信息', key)];

    expect(answers.map(({ body }) => body.mail)).toEqual([mail, mail]);
    expect(JSON.stringify(await house.database.query('select * from act_receipt'))).not.toMatch(/@demo|199\d{8}/);
    expect((await unmaskings('person-sx-energy-admin')).filter(({ text }) => text.reason === '核对信息')).toHaveLength(1);
  });

  it.each([
    ['without a reason', 'sx-energy-admin', completer, '', 422],
    ['with an empty one', 'sx-energy-admin', completer, '    ', 422],
    ['to a manager without the right', 'sx-energy-1', completer, '核对信息', 403],
    ['to the unit’s own administrator', 'unit-zhangling-coal-admin', completer, '核对信息', 403],
    ['of somebody in another part of the graphs', 'sx-energy-admin', 'person-sx-industry-1', '核对信息', 404],
    ['of somebody above', 'sx-energy-admin', 'person-sx-kjt-1', '核对信息', 404],
    ['of nobody', 'sx-energy-admin', 'person-none', '核对信息', 404],
  ])('are not shown %s', async (_, login, personId, reason, status) => {
    const before = await unmaskings(`person-${login}`);

    expect((await unmask(await house.signIn(login), personId, reason)).status).toBe(status);
    expect(await unmaskings(`person-${login}`)).toEqual(before);
  });

  it('lead whoever issues logins to somebody who is known already, masked, in his part of the graphs only', async () => {
    const { mobile } = (await unmask(energy, completer)).body;
    const search = async (login: string) => (await house.signIn(login)).post<KnownPersonDto[]>('/people/search', { mobile });

    expect((await search('changzhi-energy-1')).body).toEqual([
      {
        personId: completer,
        name: expect.any(String) as string,
        mobile: expect.stringMatching(/^199\*{4}\d{4}$/) as string,
        mail: 'u***@demo…',
      },
    ]);
    expect((await search('taiyuan-energy-1')).body).toEqual([]);
    expect((await search('unit-zhangling-coal-1')).status).toBe(403);
  });

  it('of a person who is new are sealed from the first moment', async () => {
    const person = { name: '新来者', mobile: '19912345678', mail: 'new@demo.dengke.example' };
    const { status } = await energy.post(
      '/credentials',
      { organisationId: 'unit-zhangling-coal', role: 'completer', login: 'new-somebody', person },
      randomUUID(),
    );
    const [row] = await house.database.query<{ mobile: string }[]>("select mobile, mail from person where name = '新来者'");

    expect(status).toBe(201);
    expect(JSON.stringify(row)).not.toMatch(/1991234|new@demo/);
    expect((await energy.post<KnownPersonDto[]>('/people/search', { mobile: person.mobile })).body).toMatchObject([{ name: '新来者' }]);
  });
});
