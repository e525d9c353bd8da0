import { at, DeskWorld } from '../../testing/a-desk-world';

const approved = '2023-09-01T02:00:00.000Z';

describe('registration numbers', () => {
  let world: DeskWorld;
  beforeEach(async () => {
    world = await DeskWorld.begin();
  });
  afterEach(() => world.end());

  const numberAt = async (instant: string, own = {}): Promise<string | null> => {
    const serial = await world.reaches('org-department', instant, own);
    return (await world.act(at('org-department'), serial, 'approve', instant)).registrationNumber;
  };
  const gaps = () => world.database.query<object[]>('SELECT series, fromValue, toValue FROM number_gap ORDER BY series, fromValue');

  it('count over all classes of a body and year [P34]', async () => {
    expect([await numberAt(approved), await numberAt(approved, { category: 'soft' })]).toEqual(['9992023Y0001', '9992023R0002']);
    expect(await gaps()).toEqual([]);
  });

  it('count for each class by itself where the registrar says so [P34]', async () => {
    await world.end();
    world = await DeskWorld.begin({}, { bodyCode: '998', serialPerClass: true });

    expect([await numberAt(approved), await numberAt(approved, { category: 'soft' }), await numberAt(approved)]).toEqual([
      '9982023Y0001',
      '9982023R0001',
      '9982023Y0002',
    ]);
  });

  it('take year and day of approval from Shanghai, whatever the year of registration [P34]', async () => {
    const number = await numberAt('2023-12-31T16:00:00.000Z');

    expect(number).toBe('9992024Y0001');
    const [row] = await world.database.query<object[]>(
      "SELECT approvedOn, registrationYear FROM register_entry WHERE number = '9992024Y0001'",
    );
    expect(row).toMatchObject({ approvedOn: '2024-01-01', registrationYear: 2023 });
  });

  it('record what was skipped, and never give it [P34]', async () => {
    await numberAt(approved);
    await world.database.query("UPDATE number_series SET lastValue = lastValue + 3 WHERE series = '999-2023'");

    expect([await numberAt(approved), await numberAt(approved)]).toEqual(['9992023Y0005', '9992023Y0006']);
    expect(await gaps()).toEqual([{ series: '999-2023', fromValue: 2, toValue: 4 }]);
  });

  it('end loudly at 9999: nothing is registered, and no other number is taken [P34]', async () => {
    await numberAt(approved);
    await world.database.query("UPDATE number_series SET lastValue = 9998 WHERE series = '999-2023'");
    expect(await numberAt(approved)).toBe('9992023Y9999');

    const serial = await world.reaches('org-department', approved);
    const approve = () => world.act(at('org-department'), serial, 'approve', approved);

    await expect(approve()).rejects.toMatchObject({ code: 'NUMBERS_EXHAUSTED' });
    await expect(approve()).rejects.toMatchObject({ code: 'NUMBERS_EXHAUSTED' });
    expect(await world.row(serial)).toMatchObject({ state: 'in-review', registrationNumber: null });
  });

  it('leave no gap where an approval fails, and give no two the same number [P34]', async () => {
    const serials = [];
    for (let index = 0; index < 6; index += 1) {
      serials.push(await world.reaches('org-department', approved));
    }

    await Promise.all(serials.map((serial, index) => world.act(at('org-department', `clerk-${index}`), serial, 'approve', approved)));

    const rows = await Promise.all(serials.map((serial) => world.row(serial)));
    expect(rows.map(({ registrationNumber }) => registrationNumber).sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((value) => `9992023Y000${value}`),
    );
    expect(await gaps()).toEqual([]);
  });
});
