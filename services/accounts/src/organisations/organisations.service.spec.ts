import { errorSentences } from '@dengke/contract';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';
import type { ColleagueDto } from '../people/people.dto';
import type { OrganisationDto, UnitDto } from './organisations.dto';

describe('organisations', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
  });
  afterAll(() => house.close());

  const seen = async (login: string, query = '') => {
    const me = await house.signIn(login);
    return (await me.get<OrganisationDto[]>(`/organisations?limit=200${query}`)).body.map(({ id }) => id);
  };

  it('show to a unit itself and the line above it, and nothing beside', async () => {
    expect(await seen('unit-zhangling-coal-1')).toEqual([
      'org-changzhi-energy',
      'org-most',
      'org-sx-energy',
      'org-sx-kjt',
      'unit-zhangling-coal',
    ]);
  });

  it('show to a municipal bureau its area: its counties and the units there, none of another city [S4 S27]', async () => {
    const changzhi = await seen('changzhi-energy-1');
    expect(changzhi.filter((id) => id.startsWith('unit-'))).toEqual(['unit-qinlan-solar', 'unit-ruiling-gas', 'unit-zhangling-coal']);
    expect(changzhi.filter((id) => id.startsWith('org-cz-'))).toHaveLength(12);
    expect(changzhi).not.toContain('org-taiyuan-energy');
    expect(await seen('taiyuan-energy-1', '&kind=unit')).toEqual(['unit-fenlan-storage', 'unit-jinfu-mining']);
  });

  it('show to a municipal bureau also a unit of its area whose login its organiser issues itself', async () => {
    await house.database.query(
      "update organisation set credentialParentId = 'org-sx-energy', path = '/org-most/org-sx-kjt/org-sx-energy/unit-jinfu-mining/' where id = 'unit-jinfu-mining'",
    );
    expect(await seen('taiyuan-energy-1', '&kind=unit')).toContain('unit-jinfu-mining');
    expect(await seen('changzhi-energy-1', '&kind=unit')).not.toContain('unit-jinfu-mining');
  });

  it('show to an organiser its node and to the department all below it', async () => {
    const energy = await seen('sx-energy-1');
    expect(energy.filter((id) => id.endsWith('-energy') && !id.startsWith('org-cz-'))).toHaveLength(12);
    expect(energy).not.toContain('org-sx-industry');
    expect(await seen('sx-kjt-1', '&kind=organiser')).toEqual([
      'org-changzhi-science',
      'org-jinyuan-heavy',
      'org-sx-energy',
      'org-sx-industry',
    ]);
    expect(await seen('sx-kjt-1', '&parent=org-changzhi-science')).toEqual([
      'unit-woye-studio',
      'unit-zhangyuan-college',
      'unit-zhangze-hospital',
    ]);
  });

  it('are found by a part of their name or of a unit’s code, read as they are written', async () => {
    const all = await seen('sx-energy-1', '&kind=unit');
    const [first = ''] = all;
    const energy = await house.signIn('sx-energy-1');
    const { body: unit } = await energy.get<UnitDto>(`/units/${first}`);
    expect(await seen('sx-energy-1', `&search=${encodeURIComponent(unit.name.slice(0, 4))}`)).toContain(first);
    expect(await seen('sx-energy-1', `&search=${unit.uscc.slice(2, 14)}`)).toContain(first);
    expect(await seen('sx-energy-1', '&search=%25')).toEqual([]);
    expect((await energy.get<UnitDto>(`/organisations/${first}`)).body).toMatchObject({ id: first, name: unit.name });
  });

  it('are found by their ids, one or several, each only by whoever may see it', async () => {
    const asked = '&ids=unit-zhangling-coal&ids=org-changzhi-energy&ids=unit-fenlan-storage&ids=org-none';
    expect(await seen('unit-zhangling-coal-1', asked)).toEqual(['org-changzhi-energy', 'unit-zhangling-coal']);
    expect(await seen('taiyuan-energy-1', asked)).toEqual(['unit-fenlan-storage']);
    expect(await seen('unit-zhangling-coal-1', '&ids=org-sx-kjt')).toEqual(['org-sx-kjt']);

    const me = await house.signIn('sx-kjt-1');
    const many = Array.from({ length: 101 }, (_, nth) => `ids=unit-${nth}`).join('&');
    expect((await me.get(`/organisations?${many}`)).body).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('come in pages', async () => {
    const me = await house.signIn('sx-kjt-1');
    const page = async (after: string) =>
      (await me.get<OrganisationDto[]>(`/organisations?kind=municipal&limit=6${after}`)).body.map(({ id }) => id);
    const first = await page('');
    const second = await page(`&after=${first.at(-1)}`);

    expect([first.length, second.length]).toEqual([6, 5]);
    expect(new Set([...first, ...second]).size).toBe(11);
    expect((await me.get('/organisations?limit=201')).body).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await me.get('/organisations?path=/')).body).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('hide a unit of another part exactly as one that does not exist', async () => {
    const me = await house.signIn('changzhi-energy-1');
    expect((await me.get('/units/unit-zhangling-coal')).body).toMatchObject({
      id: 'unit-zhangling-coal',
      uscc: '91140403DM00000134',
      organiserId: 'org-sx-energy',
      doors: ['municipal', 'organiser'],
      singlePerson: false,
    });
    for (const id of ['unit-fenlan-storage', 'unit-none', 'org-changzhi-energy', "unit-' or 1=1"]) {
      const { status, body } = await me.get(`/units/${encodeURIComponent(id)}`);
      expect(status).toBe(404);
      expect({ ...body, traceId: '' }).toEqual({
        type: 'urn:dengke:problem:not-found',
        title: 'Not found',
        status: 404,
        code: 'NOT_FOUND',
        detail: errorSentences.NOT_FOUND,
        traceId: '',
      });
    }
    expect((await me.get('/organisations/org-sx-energy/people')).status).toBe(404);
  });

  it('show their people with masked mobiles and mails', async () => {
    const me = await house.signIn('changzhi-energy-1');
    const { body } = await me.get<ColleagueDto[]>('/organisations/unit-zhangling-coal/people');

    expect(body.map(({ role }) => role).sort()).toEqual(['completer', 'completer', 'unitAdmin']);
    expect(body.every(({ mobile }) => mobile !== null && /^199\*\*\*\*\d{4}$/.test(mobile))).toBe(true);
    expect(body.every(({ mail }) => mail === 'u***@demo…')).toBe(true);
  });

  it('and people are whole for the services of the house', async () => {
    const { body } = await house.inside.get<Record<string, unknown>>('/internal/people/person-changzhi-energy-1');
    expect(body).toMatchObject({
      mail: 'changzhi-energy-1@demo.dengke.example',
      positions: [{ organisationId: 'org-changzhi-energy', organisationKind: 'municipal', role: 'manager' }],
    });
    expect((await house.inside.get('/internal/organisations/unit-zhangling-coal')).body).toMatchObject({
      kind: 'unit',
      path: '/org-most/org-sx-kjt/org-sx-energy/org-changzhi-energy/unit-zhangling-coal/',
      areaCode: '140403',
      version: 1,
      unit: { uscc: '91140403DM00000134', organiserId: 'org-sx-energy' },
    });
    expect((await house.inside.get('/internal/organisations/org-none')).status).toBe(404);
    expect((await house.inside.get('/internal/people/person-none')).status).toBe(404);
  });

  it('and somebody whose stored mail cannot be opened is told to them without one, and holds up nobody', async () => {
    await house.database.query("update person set mail = 'k1.damaged' where id = 'person-changzhi-energy-1'");
    const { status, body } = await house.inside.get<Record<string, unknown>>('/internal/people/person-changzhi-energy-1');
    expect([status, body]).toEqual([200, expect.objectContaining({ id: 'person-changzhi-energy-1', mail: null })]);
  });
});
