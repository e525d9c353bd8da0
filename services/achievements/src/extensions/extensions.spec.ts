import type { Caller } from '@dengke/contract';
import { at, DeskWorld } from '../../testing/a-desk-world';
import { Deadline } from '../deadlines/deadline.entity';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { ExplanationsService } from '../deadlines/explanations.service';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { SubmissionsService } from '../submissions/submissions.service';
import { ExtensionsService } from './extensions.service';

const monday = '2023-08-07T02:00:00.000Z';
const friday = '2023-08-18T02:00:00.000Z';
const department = at('org-department');
const departmentAdmin = at('org-department', 'admin', 'superAdmin');

describe('a deadline is extended', () => {
  let world: DeskWorld;
  let extensions: ExtensionsService;
  let explanations: ExplanationsService;
  let keys = 0;
  beforeAll(async () => {
    world = await DeskWorld.begin();
    const workingDays = new WorkingDaysService(world.database);
    extensions = new ExtensionsService(world.acts, workingDays);
    const submissions = new SubmissionsService(world.database);
    explanations = new ExplanationsService(world.database, submissions, new DeadlinesService(workingDays, world.database), world.ledger);
  });
  afterAll(() => world.end());

  const extend = (me: Caller, serial: string, days = 3, instant = friday, key = `extend-${(keys += 1)}`) =>
    world.clock.at(instant, () => extensions.extend(me, key, serial, { days, reason: '材料较多' }));
  const rows = (serial: string) => world.database.manager.find(Deadline, { where: { serial }, order: { id: 'ASC' } });

  it('by a recorded act with its reason: a new row beside the old, which the explanation tells [P31 P32 P42]', async () => {
    const serial = await world.reaches('org-city', monday);
    const [first, again] = [
      await extend(at('org-province'), serial, 3, friday, 'once'),
      await extend(at('org-province'), serial, 3, friday, 'once'),
    ];
    expect(again).toEqual(first);
    expect(first).toMatchObject({ stage: 'municipal', dueAt: '2023-08-24T16:00:00.000Z' });

    const [, old, fresh] = await rows(serial);
    expect(old).toMatchObject({ state: 'superseded', dueOn: '2023-08-21', endedAt: friday, supersededBy: fresh?.id });
    expect(fresh).toMatchObject({
      state: 'open',
      dueOn: '2023-08-24',
      startOn: old?.startOn,
      limitId: 'limit-municipal',
      days: 13,
      extraDays: 3,
    });
    const explained = await explanations.of(at('org-city'), serial);
    expect(explained.at(-1)).toMatchObject({
      ...{ rule: { value: 10, unit: 'workdays' }, days: 13, extraDays: 3, binding: { on: '2023-08-24', because: 'limit' } },
      change: { act: 'extend', at: friday, previousDueOn: '2023-08-21', reason: '材料较多' },
    });
    expect(explained.slice(0, -1).map(({ change }) => change)).toEqual([null, null]);
    expect(await world.story(serial)).toEqual(['submit', 'release', 'extend']);
    expect(await world.ledger.verify(`submission/${serial}`)).toBeNull();
  });

  it('and the decision taken back: it is the same day, and the desk that had it meanwhile has met nothing [P29 P32]', async () => {
    const serial = await world.reaches('org-city', monday);
    await extend(department, serial);
    await world.act(at('org-city'), serial, 'recommend', '2023-08-22T02:00:00.000Z');
    const takenBack = '2023-08-23T02:00:00.000Z';
    const asBefore = { stage: 'municipal', dueAt: '2023-08-24T16:00:00.000Z' };
    expect(await world.act(at('org-city'), serial, 'recall', takenBack)).toMatchObject(asBefore);

    const [, , decided, organiser, again] = await rows(serial);
    expect(decided).toMatchObject({ about: 'municipal', state: 'superseded', dueOn: '2023-08-24', supersededBy: again?.id });
    expect(organiser).toMatchObject({ about: 'organiser', state: 'ended', endedAt: takenBack });
    expect(again).toMatchObject({ about: 'municipal', state: 'open', startOn: decided?.startOn, days: 13, extraDays: 3, endedAt: null });
    expect((await explanations.of(at('org-city'), serial)).at(-1)).toMatchObject({
      change: { act: 'recall', at: takenBack, previousDueOn: '2023-08-24' },
    });

    await world.act(at('org-city'), serial, 'recommend', takenBack);
    expect(await world.act(at('org-city'), serial, 'recall', '2023-08-25T02:00:00.000Z')).toMatchObject(asBefore);
    const [fact] = await world.byTime('escalate', serial, '2023-08-25T02:00:00.000Z');
    expect(fact).toMatchObject({ act: 'escalate', stage: 'municipal' });
  });

  it('once more, from the day that it had, and the sum is told', async () => {
    const serial = await world.reaches('org-city', monday);
    await extend(department, serial, 2);
    await extend(at('org-province'), serial, 1);
    expect((await rows(serial)).at(-1)).toMatchObject({ dueOn: '2023-08-24', days: 13, extraDays: 3 });
  });

  it('after it has passed too, as far as that makes it late no more [P31]', async () => {
    const serial = await world.reaches('org-city', monday);
    const late = '2023-08-23T02:00:00.000Z';
    await world.byTime('escalate', serial, '2023-08-21T16:00:00.000Z');
    await expect(extend(at('org-province'), serial, 1, late)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await extend(at('org-province'), serial, 2, late)).toMatchObject({ dueAt: '2023-08-23T16:00:00.000Z' });
    expect(await world.row(serial)).toMatchObject({ escalatedAt: null });
    const [fact] = await world.byTime('escalate', serial, '2023-08-23T16:00:00.000Z');
    expect(fact).toMatchObject({ act: 'escalate' });
  });

  it('after it has passed, and once that day has passed too before the decision is taken back: it is escalated for both [P31]', async () => {
    const serial = await world.reaches('org-city', monday);
    const late = '2023-08-23T02:00:00.000Z';
    await world.byTime('escalate', serial, '2023-08-21T16:00:00.000Z');
    await extend(at('org-province'), serial, 2, late);
    await world.act(at('org-city'), serial, 'recommend', late);
    await world.act(at('org-city'), serial, 'recall', '2023-08-24T02:00:00.000Z');
    const [fact] = await world.byTime('escalate', serial, '2023-08-24T02:00:00.000Z');
    expect(fact).toMatchObject({ act: 'escalate', stage: 'municipal' });
  });

  it.each<[string, Caller, 'org-city' | 'org-department' | 'org-ministry', string]>([
    ['not by the desk itself', at('org-city', 'one', 'superAdmin'), 'org-city', 'NOT_ALLOWED'],
    ['not by the unit', at('unit-a', 'admin', 'unitAdmin'), 'org-city', 'NOT_ALLOWED'],
    ['not by who knows nothing of it', at('org-elsewhere'), 'org-city', 'NOT_FOUND'],
    ['not by the department for itself', department, 'org-department', 'NOT_ALLOWED'],
    ['not by the department for the ministry', departmentAdmin, 'org-ministry', 'NOT_ALLOWED'],
  ])('%s', async (_, who, place, code) => {
    await expect(extend(who, await world.reaches(place, monday), 3, '2023-08-08T02:00:00.000Z')).rejects.toMatchObject({ code });
  });

  it('of the department and the ministry by their own super administrator; after a return by the desk that returned it', async () => {
    const early = '2023-08-08T02:00:00.000Z';
    const [examined, reported, returned] = [
      await world.reaches('org-department', monday),
      await world.reaches('org-ministry', monday),
      await world.reaches('org-city', monday),
    ];
    await world.act(at('org-city'), returned, 'return', monday);
    expect(await extend(departmentAdmin, examined, 1, early)).toMatchObject({ dueAt: '2023-08-15T16:00:00.000Z' });
    expect(await extend(at('org-ministry', 'admin', 'superAdmin'), reported, 1, early)).toMatchObject({
      dueAt: '2023-08-22T16:00:00.000Z',
    });
    await expect(extend(at('org-province'), returned, 1, early)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await extend(at('org-city'), returned, 1, early)).toMatchObject({ state: 'returned', dueAt: '2023-08-22T16:00:00.000Z' });
  });

  it('and binds no more than the cut-off does while that comes first [P12]', async () => {
    const cutOffAt = '2023-08-25T16:00:00.000Z';
    const serial = await world.reaches('org-city', monday, { mode: 'window', windowId: 'h1-2023', cutOffAt });
    expect(await extend(at('org-province'), serial, 10)).toMatchObject({ dueAt: cutOffAt });
    expect((await explanations.of(at('org-city'), serial)).at(-1)).toMatchObject({ dueOn: '2023-09-04', binding: { because: 'cut-off' } });
  });
});
