import { aCaller } from '@dengke/test-kit';
import { Module } from '@nestjs/common';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { CodeListEntry } from './code-list-entry.entity';
import type { CodeList, CodeListLine } from './code-lists.dto';
import { CodeListsModule } from './code-lists.module';
import { seedCodeLists } from './seed-code-lists';

@Module({ imports: [CodeListsModule] })
class Slices {}

const me = someoneOf('unit-a');

describe('the code lists', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(Slices);
    await seedCodeLists(world.database.manager);
  });
  afterAll(() => world.end());

  const rows = () => world.database.manager.find(CodeListEntry, { order: { list: 'ASC', edition: 'ASC', code: 'ASC' } });

  it('are the same after they are loaded again', async () => {
    const before = await rows();
    await seedCodeLists(world.database.manager);
    expect(before.length).toBeGreaterThan(300);
    expect(await rows()).toEqual(before);
  });

  it('are listed with title, edition and number of entries, for whoever is signed in', async () => {
    const { body } = await world.as(aCaller({ organisationKind: 'county', role: 'liaison' })).get<CodeListLine[]>('/code-lists');
    expect(body).toHaveLength(27);
    expect(body).toContainEqual({
      list: 'discipline',
      title: '学科分类（一级学科）',
      edition: 'GB/T 13745-2009',
      effectiveFrom: expect.any(String) as string,
      entries: 62,
    });
  });

  it('come one by one in the order of their source, a division with its section', async () => {
    const { body: levels } = await world.as(me).get<CodeList>('/code-lists/achievement-level');
    expect(levels.entries.map(({ name }) => name)).toEqual(['国际领先', '国际先进', '国内领先', '国内先进', '其他', '未评价']);
    const { body: divisions } = await world.as(me).get<CodeList>('/code-lists/industry-division');
    expect(divisions.entries[0]).toEqual({ code: '01', name: '农业', parent: 'A' });
  });

  it('are answered in the edition in effect, not in one to come or gone by', async () => {
    const entry = { list: 'title', title: '技术职称', name: '首席', code: '0', parent: null, position: 1 };
    await world.database.manager.insert(CodeListEntry, [
      { ...entry, edition: 'old', effectiveFrom: '2001-01-01' },
      { ...entry, edition: 'to come', effectiveFrom: '2999-01-01' },
    ]);
    const { body } = await world.as(me).get<CodeList>('/code-lists/title');
    expect([body.edition, body.entries.length]).toEqual(['2023-08', 5]);
  });

  it.each(['nowhere', 'title%20or%201', '..%2f'])('do not hold %s', async (list) => {
    expect([404, 422]).toContain((await world.as(me).get(`/code-lists/${list}`)).status);
  });
});
