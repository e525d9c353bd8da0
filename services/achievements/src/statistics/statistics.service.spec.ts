import type { OrganisationKind, RegistrationForm } from '@dengke/contract';
import { aCaller, sheetsOf } from '@dengke/test-kit';
import { ServiceWorld } from '../../testing/a-service';
import { someRegistrations } from '../../testing/some-registrations';
import { AchievementsModule } from '../achievements.module';
import { Submission } from '../acts/submission.entity';
import { Organisation } from '../organisations/organisation.entity';
import type { StatisticsDto } from './statistics.dto';

interface Raw {
  serial: string;
  category: string;
  state: string;
  registrationYear: number;
  windowId: string | null;
  areaCode: string;
  organiserId: string;
  organisations: string[];
  form: RegistrationForm;
}
const at = (organisationId: string, organisationKind: OrganisationKind) =>
  aCaller({ organisationId, organisationKind, role: organisationKind === 'unit' ? 'completer' : 'manager' }, `${organisationId}-one`);
const [kjt, most] = [at('kjt', 'department'), at('most', 'ministry')];
const [orgOne, orgTwo, cityOne, unitA] = [
  at('org-one', 'organiser'),
  at('org-two', 'organiser'),
  at('city-one', 'municipal'),
  at('unit-a', 'unit'),
];

/** Counted once more, by hand: none of this is shared with what is tested. */
const ageBand = (bornIn: string, studyTo: string): string => {
  const [[year, month], [toYear, toMonth]] = [bornIn.split('-').map(Number), studyTo.split('-').map(Number)] as [number[], number[]];
  const age = toYear! - year! - (toMonth! < month! ? 1 : 0);
  return age > 65 ? '5' : age > 55 ? '4' : age > 45 ? '3' : age > 35 ? '2' : '1';
};
const sector = ({ industrySection, industryDivision }: RegistrationForm): string => {
  if (['05', '11', '43'].includes(industryDivision)) {
    return '3';
  }
  return industrySection === 'A' ? '1' : 'BCDE'.includes(industrySection) ? '2' : '3';
};
const byHand: Record<string, (row: Raw) => (string | null)[]> = {
  category: ({ category }) => [category],
  source: ({ form }) => [form.projectSource],
  evaluation: ({ form }) => [form.evaluationMethod],
  level: ({ form }) => [form.achievementLevel ?? null],
  unitKind: ({ form }) => [form.units[0]!.kind],
  field: ({ form }) => [form.highTechField ?? null],
  industry: ({ form }) => [form.industrySection],
  sector: ({ form }) => [sector(form)],
  region: ({ areaCode }) => [areaCode.slice(0, 4)],
  county: ({ areaCode }) => [areaCode.endsWith('00') ? null : areaCode],
  year: ({ registrationYear }) => [String(registrationYear)],
  window: ({ windowId }) => [windowId],
  organiser: ({ organiserId }) => [organiserId],
  age: ({ form }) => form.completers.map(({ bornIn }) => ageBand(bornIn, form.studyTo)),
  education: ({ form }) => form.completers.map(({ education }) => education),
  completerUnitKind: ({ form }) => form.completers.map(({ workUnit }) => form.units.find(({ name }) => name === workUnit)?.kind ?? null),
};
const tally = (codes: readonly (string | null)[]) =>
  Object.fromEntries([...new Set(codes)].sort().map((code) => [String(code), codes.filter((one) => one === code).length]));

describe('statistics', () => {
  let world: ServiceWorld;
  let rows: Raw[];
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await someRegistrations(world.database, 90);
    const place = { kind: 'organiser' as const, unitKind: null, areaCode: null, path: '/', closed: false, successorId: null, version: 1 };
    await world.database.manager.insert(Organisation, { id: 'org-one', name: '=某省能源局', ...place });
    rows = await rawRows();
  }, 60_000);
  afterAll(() => world.end());

  /** Raw rows, whole, joined in memory. */
  async function rawRows(): Promise<Raw[]> {
    const { database } = world;
    const submissions = await database.query<(Raw & { round: number })[]>('SELECT * FROM submission');
    const versions =
      await database.query<{ serial: string; round: number; form: RegistrationForm | string }[]>('SELECT * FROM submission_version');
    const legs = await database.query<{ serial: string; organisationId: string }[]>('SELECT * FROM submission_leg');
    return submissions.map((row) => {
      const form = versions.find((one) => one.serial === row.serial && one.round === row.round)!.form;
      return {
        ...row,
        form: typeof form === 'string' ? (JSON.parse(form) as RegistrationForm) : form,
        organisations: legs.filter(({ serial }) => serial === row.serial).map(({ organisationId }) => organisationId),
      };
    });
  }
  const asked = async (me: typeof kjt, query = ''): Promise<StatisticsDto> =>
    (await world.as(me).get<StatisticsDto>(`/statistics?${query}`)).body;
  const told = ({ cuts }: StatisticsDto) =>
    Object.fromEntries(cuts.map(({ cut, values }) => [cut, Object.fromEntries(values.map(({ code, count }) => [String(code), count]))]));

  it.each<[string, typeof kjt, string, (row: Raw) => boolean]>([
    ['the department', kjt, '', () => true],
    ['the ministry', most, '', () => true],
    ['the department, of a year', kjt, 'registrationYear=2022', ({ registrationYear }) => registrationYear === 2022],
    ['the department, of a window', kjt, 'window=h1-2023', ({ windowId }) => windowId === 'h1-2023'],
    ['the department, of an organiser', kjt, 'organisation=org-two', ({ organisations }) => organisations.includes('org-two')],
    ['an organiser', orgOne, '', ({ organisations }) => organisations.includes('org-one')],
    ['an organiser, of a city', orgOne, 'organisation=city-two', ({ organisations }) => organisations.includes('city-two')],
    ['another organiser', orgTwo, 'registrationYear=2023', (row) => row.organisations.includes('org-two') && row.registrationYear === 2023],
    ['a city', cityOne, '', ({ organisations }) => organisations.includes('city-one')],
    ['a unit', unitA, '', ({ organisations }) => organisations.includes('unit-a')],
  ])('of %s are what the raw rows of its branch say, in every cut [S38]', async (_, me, query, isMeant) => {
    const counted = rows.filter((row) => ['registered', 'reported'].includes(row.state) && isMeant(row));
    const statistics = await asked(me, query);

    expect(counted.length).toBeGreaterThan(3);
    expect([statistics.achievements, statistics.completers]).toEqual([
      counted.length,
      counted.flatMap(({ form }) => form.completers).length,
    ]);
    expect(told(statistics)).toEqual(
      Object.fromEntries(Object.entries(byHand).map(([cut, codesOf]) => [cut, tally(counted.flatMap(codesOf))])),
    );
  });

  it('agree with the register: as many as its entries that are not cancelled, by category, year and area', async () => {
    const entries = (await world.database.query<Record<string, string | number | null>[]>('SELECT * FROM register_entry')).filter(
      ({ cancelledOn }) => cancelledOn === null,
    );
    const { achievements, ...statistics } = await asked(kjt);
    const cuts = told({ achievements, ...statistics });

    expect(achievements).toBe(entries.length);
    expect(cuts['category']).toEqual(tally(entries.map(({ category }) => String(category))));
    expect(cuts['year']).toEqual(tally(entries.map(({ registrationYear }) => String(registrationYear))));
    expect(cuts['region']).toEqual(tally(entries.map(({ areaCode }) => String(areaCode).slice(0, 4))));
  });

  it('tell how many each organisation below has, and nothing of those beside or above', async () => {
    const inForce = rows.filter(({ state }) => ['registered', 'reported'].includes(state));
    const countOf = (id: string): number => inForce.filter(({ organisations }) => organisations.includes(id)).length;
    const placesOf = async (me: typeof kjt) =>
      (await asked(me)).organisations.map(({ kind, organisationId, achievements }) => [kind, organisationId, achievements]);

    expect(await placesOf(cityOne)).toEqual([
      ['municipal', 'city-one', countOf('city-one')],
      ['unit', 'unit-a', countOf('unit-a')],
    ]);
    expect((await placesOf(orgOne)).map(([, id]) => id).sort()).toEqual(['city-one', 'city-two', 'org-one', 'unit-a', 'unit-b']);
    expect((await placesOf(kjt))[0]).toEqual(['department', 'kjt', inForce.length]);
    expect((await asked(orgTwo, 'organisation=city-one')).achievements).toBe(0);
    expect((await asked(cityOne, 'organisation=org-one')).achievements).toBe(0);
    expect((await world.as(at('county-one', 'county')).get('/statistics')).status).toBe(403);
  });

  it('count nothing that is suspected to be classified [P17]', async () => {
    const { serial } = rows.find(({ state }) => state === 'registered')!;
    const { achievements } = await asked(kjt);
    await world.database.manager.update(Submission, { serial }, { state: 'suspected' });
    expect((await asked(kjt)).achievements).toBe(achievements - 1);
    await world.database.manager.update(Submission, { serial }, { state: 'registered' });
  });

  it('come as a workbook with the same figures and what each of them means, and nobody’s name or age', async () => {
    const { status, headers, content } = await world.download(orgOne, '/statistics/file?registrationYear=2023');
    const statistics = await asked(orgOne, 'registrationYear=2023');
    const sheets = sheetsOf(Buffer.from(content));
    const lines = (name: string): unknown[][] => sheets.find((sheet) => sheet.name === name)!.rows.map((row) => [...row]);
    const flat = statistics.cuts.flatMap(({ label, values }) => values.map(({ code, name, count }) => [label, code ?? '', name, count]));

    expect([status, headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    expect(
      lines('统计表')
        .slice(2)
        .map((row) => row.slice(0, 4).map((cell) => cell ?? '')),
    ).toEqual(flat.map((row) => row.map((cell) => (cell === '=某省能源局' ? "'=某省能源局" : cell))));
    expect(lines('指标说明').map(([label]) => label)).toEqual(expect.arrayContaining(statistics.cuts.map(({ label }) => label)));
    expect(lines('分单位').slice(1)).toHaveLength(statistics.organisations.length);
    expect(JSON.stringify([statistics, ...['统计表', '分单位', '指标说明'].map(lines)])).not.toMatch(/甲某|19\d\d-\d\d/);
  });
});
