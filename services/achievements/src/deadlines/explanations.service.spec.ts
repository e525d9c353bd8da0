import { at, DeskWorld } from '../../testing/a-desk-world';
import { SubmissionsService } from '../submissions/submissions.service';
import { DeadlinesService } from './deadlines.service';
import { ExplanationsService } from './explanations.service';
import { LimitRule } from './limit-rule.entity';
import { seedLimits } from './seed-deadlines';
import { WorkingDaysService } from './working-days.service';

const monday = '2023-08-14T02:00:00.000Z';
const cutOffAt = '2023-08-25T16:00:00.000Z';
const inWindow = { mode: 'window', windowId: 'h1-2023', cutOffAt } as const;

describe('a deadline explains itself', () => {
  let world: DeskWorld;
  let explanations: ExplanationsService;
  beforeAll(async () => {
    world = await DeskWorld.begin();
    const deadlines = new DeadlinesService(new WorkingDaysService(world.database), world.database);
    const submissions = new SubmissionsService(world.database);
    explanations = new ExplanationsService(world.database, submissions, deadlines, world.ledger);
  });
  afterAll(() => world.end());

  const of = (serial: string) => explanations.of(at('org-city'), serial);

  it('names the cut-off where that comes before the limit, and the limit once it is with the department [P12 P32]', async () => {
    const serial = await world.reaches('org-city', monday, inWindow);
    await world.act(at('org-city'), serial, 'recommend', '2023-08-22T02:00:00.000Z');
    const [unit, municipal, organiser] = await of(serial);
    await world.act(at('org-province'), serial, 'recommend', '2023-08-24T02:00:00.000Z');
    const department = (await of(serial)).at(-1);

    expect(unit).toMatchObject({ dueOn: '2023-08-21', binding: { on: '2023-08-21', because: 'limit' } });
    expect(municipal).toMatchObject({ dueOn: '2023-08-28', binding: { on: '2023-08-25', at: cutOffAt, because: 'cut-off' } });
    expect(organiser).toMatchObject({ dueOn: '2023-09-05', binding: { on: '2023-08-25', at: cutOffAt, because: 'cut-off' } });
    expect(department).toMatchObject({ about: 'department', dueOn: '2023-08-31', binding: { on: '2023-08-31', because: 'limit' } });
  });

  it('goes by its limit again once it is carried over [P13]', async () => {
    const serial = await world.reaches('org-city', '2023-08-22T02:00:00.000Z', inWindow);
    await world.byTime('carryOver', serial, cutOffAt);

    expect((await of(serial)).at(-1)).toMatchObject({ about: 'municipal', dueOn: '2023-09-05', binding: { because: 'limit' } });
  });

  it('names the weekend days that counted and how far its calendar reaches [P39 P40]', async () => {
    const serial = await world.reaches('org-city', '2023-09-22T02:00:00.000Z');

    expect((await of(serial)).at(-1)).toMatchObject({ dueOn: '2023-10-12', madeUp: ['2023-10-07', '2023-10-08'], coveredTo: '2026-12-31' });
  });

  it('is told by itself too, with all of that; of another submission there is none', async () => {
    const [serial, other] = [await world.reaches('org-city', monday), await world.reaches('org-city', monday)];
    const [, municipal] = await of(serial);
    const one = (its: string) => explanations.one(at('org-city'), its, municipal?.id ?? '');

    expect(await one(serial)).toEqual(municipal);
    await expect(one(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('fails loudly where its limit is not there', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.database.query("UPDATE deadline SET limitId = 'limit-of-nobody' WHERE serial = ? AND about = 'unit'", [serial]);

    await expect(of(serial)).rejects.toThrow('limit-of-nobody');
  });

  it('keeps the limit it started with: a seed that changes it is refused, one that ends it and adds another is not [P32]', async () => {
    const { manager } = world.database;
    const limit = await manager.findOneByOrFail(LimitRule, { id: 'limit-organiser' });
    const next = { ...limit, id: 'limit-organiser-2026', value: 7, effectiveFrom: '2026-01-01' };

    await expect(seedLimits(manager, [{ ...limit, value: 7 }])).rejects.toThrow('seed/limits.json changes value of limit-organiser');
    await seedLimits(manager, [{ ...limit, effectiveTo: '2025-12-31' }, next]);
    await expect(seedLimits(manager, [limit])).rejects.toThrow('effectiveTo of limit-organiser');
    expect(await manager.findOneByOrFail(LimitRule, { id: 'limit-organiser' })).toMatchObject({ value: 10, effectiveTo: '2025-12-31' });
  });
});
