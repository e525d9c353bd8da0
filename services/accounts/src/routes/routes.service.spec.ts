import type { ReviewRoute } from '@dengke/contract';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';

describe('a review route', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
  });
  afterAll(() => house.close());

  const asked = async (login: string, unit: string, door?: string) => {
    const me = await house.signIn(login);
    return me.get<ReviewRoute & { code?: string; details?: unknown }>(`/routes?unit=${unit}${door === undefined ? '' : `&door=${door}`}`);
  };
  const desks = (route: ReviewRoute) => route.legs.map(({ kind, organisationId }) => `${kind} ${organisationId}`);

  it('enters the energy line by the municipal bureau or by the provincial one [S25 P1 P2]', async () => {
    const byCity = await asked('unit-zhangling-coal-1', 'unit-zhangling-coal', 'municipal');
    const byBureau = await asked('unit-zhangling-coal-1', 'unit-zhangling-coal', 'organiser');

    expect(desks(byCity.body)).toEqual([
      'unit unit-zhangling-coal',
      'municipal org-changzhi-energy',
      'organiser org-sx-energy',
      'department org-sx-kjt',
      'ministry org-most',
    ]);
    expect(desks(byBureau.body)).toEqual([
      'unit unit-zhangling-coal',
      'organiser org-sx-energy',
      'department org-sx-kjt',
      'ministry org-most',
    ]);
    expect(byCity.body).toMatchObject({
      routeId: 'R-city',
      version: 1,
      paperRequired: true,
      unit: { uscc: '91140403DM00000134', areaCode: '140403', organiserId: 'org-sx-energy', ofOne: false },
    });
  });

  it('takes a unit with one door through it, whatever is asked [S25]', async () => {
    for (const door of [undefined, 'organiser', 'municipal']) {
      expect((await asked('unit-fensheng-institute-1', 'unit-fensheng-institute', door)).body.routeId).toBe('R-bureau');
      expect((await asked('unit-jinzhou-steel-1', 'unit-jinzhou-steel', door)).body.routeId).toBe('R-default');
    }
  });

  it('asks a unit with two doors which one [S25]', async () => {
    expect((await asked('unit-zhangling-coal-1', 'unit-zhangling-coal')).body).toMatchObject({
      code: 'NO_ROUTE',
      details: { doors: ['municipal', 'organiser'] },
    });
    expect((await asked('unit-zhangling-coal-1', 'unit-zhangling-coal', 'window')).body).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('leads a completer to its own organiser, and an enterprise that is one to its own desk [S61]', async () => {
    expect(desks((await asked('unit-woye-studio', 'unit-woye-studio')).body)[1]).toBe('organiser org-changzhi-science');
    expect((await asked('unit-woye-studio', 'unit-woye-studio')).body.unit.ofOne).toBe(true);
    const own = await asked('unit-jinyuan-research-1', 'unit-jinyuan-research');
    expect(own.body.routeId).toBe('R-own');
    expect(desks(own.body)[1]).toBe('organiser org-jinyuan-heavy');
  });

  it('comes from rows, in the order of the rows, not from code or from the registrar’s level [P1 P2]', async () => {
    await house.database.query("update route_leg set number = 9 where routeId = 'R-city' and kind = 'municipal'");
    await house.database.query("update route_leg set number = 2 where routeId = 'R-city' and kind = 'organiser'");
    await house.database.query("update route_leg set number = 3 where routeId = 'R-city' and kind = 'municipal'");
    const turned = (await asked('unit-zhangling-coal-1', 'unit-zhangling-coal', 'municipal')).body;
    await house.database.query("update route_leg set number = 9 where routeId = 'R-city' and kind = 'municipal'");
    await house.database.query("update route_leg set number = 3 where routeId = 'R-city' and kind = 'organiser'");
    await house.database.query("update route_leg set number = 2 where routeId = 'R-city' and kind = 'municipal'");
    await house.database.query("update organisation set level = 4 where id = 'org-changzhi-energy'");
    const levelled = (await asked('unit-zhangling-coal-1', 'unit-zhangling-coal', 'municipal')).body;

    expect(desks(turned).slice(1, 3)).toEqual(['organiser org-sx-energy', 'municipal org-changzhi-energy']);
    expect(desks(levelled).slice(1, 3)).toEqual(['municipal org-changzhi-energy', 'organiser org-sx-energy']);
  });

  it('is shown to the unit’s people and to who reviews in its part, as unknown to all others [P3]', async () => {
    for (const login of ['unit-zhangling-coal-admin', 'changzhi-energy-1', 'sx-energy-2', 'sx-kjt-1']) {
      expect((await asked(login, 'unit-zhangling-coal', 'municipal')).status).toBe(200);
    }
    for (const login of ['taiyuan-energy-1', 'sx-industry-1', 'unit-ruiling-gas-1']) {
      expect((await asked(login, 'unit-zhangling-coal', 'municipal')).body).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await asked('cz-luzhou-energy-liaison', 'unit-zhangling-coal', 'municipal')).body).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await asked('sx-kjt-1', 'unit-none')).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await asked('sx-kjt-1', 'org-sx-energy')).body).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused where the area has no municipal bureau', async () => {
    await house.database.query("update organisation set areaCode = '1499' where id = 'org-changzhi-energy'");
    expect((await asked('unit-zhangling-coal-1', 'unit-zhangling-coal', 'municipal')).body).toMatchObject({
      code: 'NO_ROUTE',
      status: 422,
    });
  });
});
