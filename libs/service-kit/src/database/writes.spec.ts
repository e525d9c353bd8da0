import { Column, DataSource, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Instant } from '@dengke/contract';
import { aDatabase } from '@dengke/test-kit';
import type { TestDatabase } from '@dengke/test-kit';
import { databaseOptions } from './database-options';
import { instantColumn } from './instants';
import { Table } from './table';
import { inTransaction } from './transaction';
import { readTogether, Writes } from './writes';

/** One of every kind of column that acts write. */
@Entity('paper_slip')
class PaperSlip {
  @PrimaryColumn('varchar', { length: 20 }) id!: string;
  @Column('varchar', { length: 20, nullable: true }) holder!: string | null;
  @Column('boolean') sealed!: boolean;
  @Column('json') legs!: { kind: string }[];
  @Column('date', { nullable: true }) receivedOn!: string | null;
  @Column(instantColumn({ nullable: true })) receivedAt!: Instant | null;
  @VersionColumn() version!: number;
}

const slip: PaperSlip = {
  id: 'one',
  holder: 'org-city',
  sealed: true,
  legs: [{ kind: 'municipal' }],
  receivedOn: '2023-08-25',
  receivedAt: '2023-08-25T15:59:59.999Z',
  version: 1,
};

describe('the writes of an act', () => {
  let database: TestDatabase;
  let source: DataSource;
  let slips: Table<PaperSlip>;
  beforeAll(async () => {
    database = await aDatabase('writes');
    source = await new DataSource({ ...databaseOptions(database.url, [PaperSlip], []), synchronize: true }).initialize();
    slips = new Table(source, PaperSlip);
  });
  beforeEach(() => source.manager.clear(PaperSlip));
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  const write = (fill: (writes: Writes) => void): Promise<void> =>
    inTransaction(source, async (manager) => {
      const writes = new Writes(manager);
      fill(writes);
      await writes.flush();
    });
  const read = async (): Promise<PaperSlip[]> => slips.read((await readTogether(source.manager, [slips.select({ id: 'one' })]))[0] ?? []);

  it('come back as what the entity says, and as TypeORM itself reads them', async () => {
    await write((writes) => writes.add(slips.insert(slip)));

    expect(await read()).toEqual([slip]);
    expect(await source.manager.findOneByOrFail(PaperSlip, { id: 'one' })).toMatchObject(slip);
  });

  it('are made in their order, and with each update the version goes up', async () => {
    await write((writes) =>
      writes
        .add(slips.insert(slip))
        .changeOne(slips.update({ holder: null, sealed: false }, { id: 'one', version: 1 }))
        .changeOne(slips.update({ receivedAt: null, legs: [] }, { id: 'one', version: 2 })),
    );

    expect(await read()).toEqual([{ ...slip, holder: null, sealed: false, receivedAt: null, legs: [], version: 3 }]);
  });

  it('insert what is new and set only what is given in what is there', async () => {
    await write((writes) => writes.add(slips.upsert(slip)).add(slips.upsert({ ...slip, holder: 'org-province' })));

    expect(await read()).toEqual([{ ...slip, holder: 'org-province' }]);
  });

  it('are all refused when a row was changed meanwhile, or is not there', async () => {
    await write((writes) => writes.add(slips.insert(slip)));

    for (const stale of [
      { id: 'one', version: 7 },
      { id: 'two', version: 1 },
    ]) {
      const late = write((writes) => writes.add(slips.insert({ ...slip, id: 'new' })).changeOne(slips.update({ holder: 'x' }, stale)));
      await expect(late).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    }
    expect(await source.manager.find(PaperSlip)).toEqual([expect.objectContaining({ id: 'one', holder: 'org-city' })]);
  });

  it('say what else MariaDB refuses as it says it', async () => {
    await expect(write((writes) => writes.add(slips.insert(slip)).add(slips.insert(slip)))).rejects.toMatchObject({
      driverError: { errno: 1062 },
    });
    expect(() => slips.update({ nobody: 1 } as Partial<PaperSlip>, { id: 'one' })).toThrow('PaperSlip has no column nobody');
  });

  it('take one round trip, however many they are', async () => {
    const alone = await new DataSource(databaseOptions(database.url, [PaperSlip], [], 1)).initialize();
    const table = new Table(alone, PaperSlip);
    const questions = async () => Number((await alone.query<{ Value: string }[]>("SHOW SESSION STATUS LIKE 'Questions'"))[0]?.Value);

    const before = await questions();
    const writes = new Writes(alone.manager);
    ['a', 'b', 'c', 'd'].forEach((id) => writes.add(table.insert({ ...slip, id })));
    await writes.flush();

    expect((await questions()) - before).toBe(2);
    await alone.destroy();
  });
});
