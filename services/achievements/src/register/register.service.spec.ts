import { aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld } from '../../testing/a-service';
import { approved, withPublicity } from '../../testing/a-publicity';
import { AchievementsModule } from '../achievements.module';
import { Organisation } from '../organisations/organisation.entity';
import { seedAchievements } from '../seed';
import { RegisterEntry } from './register-entry.entity';
import type { AnnouncementsDto, FacetCountDto, RegisterEntryDto, RegisterPageDto } from './register.dto';

const columns = ['number', 'name', 'category', 'units', 'completers', 'summary', 'registrationYear', 'approvedOn', 'areaCode'];

describe('the public register', () => {
  let world: ServiceWorld;
  const entry = (number: string, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
    ...{ number, name: '煤层气抽采新技术', category: 'applied', units: ['某煤业', '某大学'], completers: ['甲某', '乙某'], summary: '一' },
    ...{
      registrationYear: 2023,
      approvedOn: '2023-10-09',
      areaCode: '140403',
      unitKind: 'enterprise',
      windowId: null,
      cancelledOn: null,
      importedOn: null,
    },
    ...{ industrySection: 'B', discipline: '440', withheld: false },
    ...more,
  });

  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
    const unit = {
      id: aUnit.id,
      name: aUnit.name,
      kind: 'unit' as const,
      unitKind: 'enterprise' as const,
      areaCode: aUnit.areaCode,
      path: '/',
    };
    await world.database.manager.insert(Organisation, { ...unit, closed: false, successorId: null, version: 1 });
    await withPublicity(world, 0);
    await approved(world, '当年登记的成果', '2023-09-01T02:00:00.000Z');
    await world.database.manager.insert(RegisterEntry, [
      entry('9992023Y0101', { windowId: 'h1-2023' }),
      entry('9992023J0102', {
        name: '100%_回收率 理论',
        category: 'basic',
        unitKind: 'university',
        areaCode: '140106',
        industrySection: 'M',
        discipline: '130',
      }),
      entry('9992022Y0103', {
        name: '旧成果',
        registrationYear: 2022,
        approvedOn: '2022-10-09',
        cancelledOn: '2023-05-05',
        unitKind: null,
      }),
    ]);
  });
  afterAll(() => world.end());

  const found = async (query: string): Promise<string[]> =>
    (await world.anonymous.get<RegisterPageDto>(`/register?${query}`)).body.items.map(({ number }) => number);

  it('has an entry the moment an achievement is registered, with what is public and nothing else [P34 P38]', async () => {
    const { status, body, headers } = await world.anonymous.get<RegisterEntryDto>('/register/9992023Y0001');

    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(body).toEqual({
      ...{ number: '9992023Y0001', name: '当年登记的成果', category: 'applied', firstUnit: aUnit.name, units: [aUnit.name] },
      ...{ completers: ['甲某'], summary: aForm().summary, registrationYear: 2023, approvedOn: '2023-09-01' },
      ...{ areaCode: aUnit.areaCode, unitKind: 'enterprise', industrySection: 'B', discipline: '480', cancelledOn: null, importedOn: null },
    });
  });

  it('keeps in its rows no contact, code, contribution, evidence or person, whatever the form holds [P38]', async () => {
    const [row] = await world.database.query<Record<string, unknown>[]>("SELECT * FROM register_entry WHERE number = '9992023Y0001'");
    const form = aForm();

    expect(Object.keys(row ?? {}).sort()).toEqual(
      [...columns, 'unitKind', 'industrySection', 'discipline', 'windowId', 'cancelledOn', 'importedOn', 'withheld'].sort(),
    );
    const secrets = [form.contactPhone, aUnit.uscc, form.completers[0]?.contribution, '证书.pdf', `${aUnit.id}-one`];
    expect(secrets.filter((secret) => JSON.stringify(row).includes(secret ?? ''))).toEqual([]);
  });

  it('is searched by words of the name, unit, completer, and by what it is counted by; nothing typed is a wildcard', async () => {
    expect(await found('name=煤层气 新技术')).toEqual(['9992023Y0101']);
    expect(await found('name=%25_')).toEqual(['9992023J0102']);
    expect(await found('name=____')).toEqual([]);
    expect(await found('unit=%25&completer=_')).toEqual([]);
    expect(await found('unit=大学&registrationYear=2022')).toEqual(['9992022Y0103']);
    expect(await found('completer=乙&category=basic')).toEqual(['9992023J0102']);
    expect(await found('areaCode=1401')).toEqual(['9992023J0102']);
    expect(await found('unitKind=university')).toEqual(['9992023J0102']);
    expect(await found('industrySection=M')).toEqual(['9992023J0102']);
    expect(await found('discipline=440&registrationYear=2023')).toEqual(['9992023Y0101']);
    expect(await found('window=h1-2023')).toEqual(['9992023Y0101']);
    expect((await world.anonymous.get('/register?contactPhone=1')).status).toBe(422);
  });

  it('is paged from the newest on, each entry once', async () => {
    const pages: string[] = [];
    let after = '';
    for (let page = 0; page < 4; page += 1) {
      const { body } = await world.anonymous.get<RegisterPageDto>(`/register?limit=1${after}`);
      pages.push(...body.items.map(({ number }) => number));
      after = `&after=${encodeURIComponent(body.next ?? '')}`;
    }

    expect(pages).toEqual(['9992023Y0101', '9992023J0102', '9992023Y0001', '9992022Y0103']);
  });

  it('counts what a search finds [P38]', async () => {
    const { body } = await world.anonymous.get<FacetCountDto[]>('/register/facets?registrationYear=2023');

    expect(body.filter(({ facet }) => facet === 'category')).toEqual([
      { facet: 'category', value: 'applied', count: 2, atLeast: false },
      { facet: 'category', value: 'basic', count: 1, atLeast: false },
    ]);
    expect(body.filter(({ facet }) => facet === 'industrySection')).toEqual([
      { facet: 'industrySection', value: 'B', count: 2, atLeast: false },
      { facet: 'industrySection', value: 'M', count: 1, atLeast: false },
    ]);
    expect(body.filter(({ facet }) => facet === 'discipline').map(({ value }) => value)).toEqual(['130', '440', '480']);
    expect(body.filter(({ facet }) => facet === 'unitKind').reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('shows a cancelled one with its mark and day', async () => {
    expect(await found('registrationYear=2022')).toEqual(['9992022Y0103']);
    expect((await world.anonymous.get<RegisterEntryDto>('/register/9992022Y0103')).body).toMatchObject({ cancelledOn: '2023-05-05' });
    expect((await world.anonymous.get('/register/9992023R0999')).status).toBe(404);
  });

  it('announces what was registered by day and window', async () => {
    const { body } = await world.anonymous.get<AnnouncementsDto>('/register/announcements');

    expect(body.items).toEqual([
      { approvedOn: '2023-10-09', windowId: null, count: 1 },
      { approvedOn: '2023-10-09', windowId: 'h1-2023', count: 1 },
      { approvedOn: '2023-09-01', windowId: null, count: 1 },
      { approvedOn: '2022-10-09', windowId: null, count: 1 },
    ]);
    expect((await world.anonymous.get<AnnouncementsDto>('/register/announcements?before=2023-09-01')).body.items).toHaveLength(1);
    expect((await found('approvedOn=2023-10-09')).sort()).toEqual(['9992023J0102', '9992023Y0101']);
  });
});
