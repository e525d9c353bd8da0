import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { ServiceWorld } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import { RegisterTerms20270117010000 } from '../migrations/20270117-register-terms';
import { countsOf } from './counts';
import { foundBy, placesOf } from './found';
import type { Place } from './found';
import { RegisterEntry } from './register-entry.entity';
import type { FacetCountDto, RegisterFilter } from './register.dto';

const ENTRIES = 3_000;
const PAGE = 100;
/** What is easily found wrongly: both cases and widths, accents, what sorts as two letters or as nothing, what is beyond 16 bits, wildcards, quotes. */
const signs = [...'煤层气抽采aAbBＡｂ１1éeßs%_\\"\'/.[]😀😁𠮷𡃁', '\u0301', '\u200b', ' '];

const text = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...signs), { minLength, maxLength }).map((chosen) => chosen.join(''));
const made = fc.record({
  ...{
    name: text(3, 14),
    units: fc.array(text(2, 8), { minLength: 1, maxLength: 2 }),
    completers: fc.array(text(1, 4), { minLength: 1, maxLength: 3 }),
  },
  ...{ category: fc.constantFrom('applied' as const, 'basic' as const), registrationYear: fc.integer({ min: 2020, max: 2023 }) },
  ...{
    approvedOn: fc.constantFrom('2020-03-01', '2021-03-01', '2022-03-01', '2023-03-01'),
    withheld: fc.nat(9).map((chance) => chance === 0),
  },
  ...{
    summary: fc.constant('一'),
    areaCode: fc.constantFrom('140403', '140402', '140106'),
    unitKind: fc.constantFrom('hospital' as const, null),
  },
  ...{
    industrySection: fc.constantFrom('B', 'M', null),
    discipline: fc.constantFrom('440', '130', null),
    windowId: fc.constantFrom('h1-2023', null),
    cancelledOn: fc.constant(null),
    importedOn: fc.constant(null),
  },
});

describe('a search of the register', () => {
  let world: ServiceWorld;
  const entries = fc
    .sample(made, { numRuns: ENTRIES, seed: 14 })
    .map((entry, nth) => ({ ...entry, number: `999${entry.registrationYear}Y${1_000 + nth}` }));

  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    for (let from = 0; from < ENTRIES; from += 500) {
      await world.database.manager.insert(RegisterEntry, entries.slice(from, from + 500));
    }
  });
  afterAll(() => world.end());

  const found = async (filter: RegisterFilter, manager: EntityManager = world.database.manager): Promise<string[]> => {
    const source = await foundBy(manager, filter);
    const all: Place[] = [];
    const more = (): Promise<Place[]> => placesOf(manager, source, all.at(-1), PAGE);
    for (let page = await more(); page.length > 0; page = await more()) {
      all.push(...page);
    }
    return all.map(({ number }) => number);
  };

  /** How many rows of tables and indexes the database reads for it. */
  const rowsReadFor = (filter: RegisterFilter): Promise<number> =>
    world.database.transaction(async (manager) => {
      const read = async (): Promise<number> => {
        const rows = await manager.query<{ Variable_name: string; Value: string }[]>("SHOW SESSION STATUS LIKE 'Handler_read_%'");
        return rows.filter(({ Variable_name: name }) => /_(key|next|prev)$/.test(name)).reduce((sum, { Value }) => sum + Number(Value), 0);
      };
      const before = await read();
      await found(filter, manager);
      return (await read()) - before;
    });

  /** Every entry read, as the register was searched at first. */
  const readOneByOne = async ({ name, unit, completer, areaCode, window, ...equal }: RegisterFilter): Promise<string[]> => {
    const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    const conditions = [
      ...(name?.trim().split(/\s+/) ?? []).map((word) => ['name COLLATE utf8mb4_unicode_520_ci LIKE ?', like(word)]),
      ...(unit === undefined ? [] : [["JSON_SEARCH(units, 'one', ?) IS NOT NULL", like(unit)]]),
      ...(completer === undefined ? [] : [["JSON_SEARCH(completers, 'one', ?) IS NOT NULL", like(completer)]]),
      ...(areaCode === undefined ? [] : [['areaCode LIKE ?', `${areaCode}%`]]),
      ...Object.entries({ ...equal, ...(window === undefined ? {} : { windowId: window }) }).map(([column, value]) => [
        `${column} = ?`,
        value,
      ]),
    ];
    const rows = await world.database.query<{ number: string }[]>(
      `SELECT number FROM register_entry USE INDEX () WHERE ${['withheld = 0', ...conditions.map(([text]) => text)].join(' AND ')}
       ORDER BY approvedOn DESC, number DESC`,
      conditions.map(([, value]) => value),
    );
    return rows.map(({ number }) => number);
  };

  it('finds, page by page, what reading every entry finds, and nothing else', async () => {
    const wordOf = (textOf: (entry: RegisterEntry) => string | undefined): fc.Arbitrary<string> =>
      fc.tuple(fc.constantFrom(...entries), fc.nat(8), fc.integer({ min: 1, max: 4 }), fc.boolean()).map(([entry, from, length, shout]) => {
        const word = [...(textOf(entry) ?? '')].slice(from, from + length).join('');
        return shout ? word.toUpperCase() : word;
      });
    const everything: { [Field in keyof RegisterFilter]-?: fc.Arbitrary<unknown> } = {
      name: fc
        .array(
          wordOf(({ name }) => name),
          { minLength: 1, maxLength: 2 },
        )
        .map((words) => words.join(' ').trim()),
      ...{ unit: wordOf(({ units }) => units.at(-1)), completer: wordOf(({ completers }) => completers.at(-1)) },
      ...{ category: fc.constantFrom('applied', 'basic'), registrationYear: fc.integer({ min: 2019, max: 2023 }) },
      ...{
        areaCode: fc.constantFrom('14', '1404', '140402', '15'),
        unitKind: fc.constant('hospital'),
        industrySection: fc.constantFrom('B', 'M'),
      },
      ...{
        discipline: fc.constantFrom('440', '130'),
        window: fc.constantFrom('h1-2023', 'h2-2023'),
        approvedOn: fc.constant('2021-03-01'),
      },
    };
    const asked = fc
      .uniqueArray(fc.constantFrom(...(Object.keys(everything) as (keyof RegisterFilter)[]), 'name', 'unit', 'completer'), {
        minLength: 1,
        maxLength: 3,
      })
      .chain((fields) => fc.record(Object.fromEntries(fields.map((field) => [field, everything[field]]))));
    const sizes: number[] = [];

    await fc.assert(
      fc.asyncProperty(asked, async (all) => {
        const filter: RegisterFilter = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
        const expected = await readOneByOne(filter);
        sizes.push(expected.length);

        expect(await found(filter)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(sizes.filter((size) => size > 0 && size < ENTRIES / 10).length).toBeGreaterThan(50);
  });

  it('finds what was registered before there were terms: the migration writes them, as the database does since', async () => {
    const terms = () => world.database.query<{ Checksum: string }[]>('CHECKSUM TABLE register_term');
    const [before] = await terms();
    const runner = world.database.createQueryRunner();
    const migration = new RegisterTerms20270117010000();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();

    expect(await terms()).toEqual([before]);
    expect(Number(before?.Checksum)).toBeGreaterThan(0);
  });

  it('counts what a word finds, of more than can be read in time the newest, and says that there may be more', async () => {
    const { manager } = world.database;
    const filter = { name: '煤层' };
    const source = await foundBy(manager, filter);
    const numbers = await readOneByOne(filter);
    const newest = numbers.slice(0, 5).map((number) => entries.find((entry) => entry.number === number) as RegisterEntry);
    const years = [...new Set(newest.map(({ registrationYear }) => registrationYear))];
    const yearsIn = (counts: FacetCountDto[]) => counts.filter(({ facet }) => facet === 'registrationYear');

    const some = yearsIn(await countsOf(manager, source, 5));
    expect(numbers.length).toBeGreaterThan(5);
    expect(new Set(some)).toEqual(
      new Set(
        years.map((year) => ({
          ...{ facet: 'registrationYear', value: String(year), atLeast: true },
          count: newest.filter(({ registrationYear }) => registrationYear === year).length,
        })),
      ),
    );

    const all = yearsIn(await countsOf(manager, source));
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
    expect(all.some(({ atLeast }) => atLeast)).toBe(false);
  });

  it('finds an entry by what it is called since, whoever wrote it', async () => {
    const [entry] = entries as [RegisterEntry];
    const change = { name: '改正之后的名称', units: ['更名研究院'], completers: ['欧阳某某'] };
    await world.database.manager.update(RegisterEntry, { number: entry.number }, change);

    expect(await found({ name: '正之后' })).toEqual([entry.number]);
    expect(await found({ unit: '名研究' })).toEqual([entry.number]);
    expect(await found({ completer: '阳某某' })).toEqual([entry.number]);
    expect(await found({ name: entry.name })).toEqual([]);
  });

  it('does not read the register for what few or none have', async () => {
    const { number } = entries[7] as RegisterEntry;
    await world.database.manager.update(RegisterEntry, { number }, { name: '龙门窑变釉研究' });

    expect(await found({ name: '窑变' })).toEqual([number]);
    for (const filter of [{ name: '窑变' }, { name: '变窑' }, { unit: '窑' }, { completer: '龙门', registrationYear: 2021 }]) {
      expect(await rowsReadFor(filter)).toBeLessThan(30);
    }
  });
});
