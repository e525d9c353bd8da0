import type { Caller } from '@dengke/contract';
import { at, DeskWorld } from '../../testing/a-desk-world';
import { movesWith, someApplications } from '../../testing/some-moves';
import { ManyActsService } from '../acts/many-acts.service';
import { CorrectionActsService } from '../corrections/correction-acts.service';
import { MovingCorrectionsService } from '../corrections/moving-corrections.service';
import { Deadline } from '../deadlines/deadline.entity';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { LimitRule } from '../deadlines/limit-rule.entity';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { Organisation } from '../organisations/organisation.entity';
import type { Submission } from '../acts/submission.entity';
import { CollectionWindowRow } from '../windows/collection-window.entity';
import type { SetLimitDto } from './limits.dto';
import { LimitsService } from './limits.service';
import { MovingService } from './moving.service';

const applications = [someApplications(), someApplications({ deskId: 'org-elsewhere', extraDays: 1, dueOn: '2023-08-17' })];
const organisation = {
  ...{ id: 'org-own-limits', name: '某厅', kind: 'organiser' as const, unitKind: null, areaCode: null, path: '/org-own-limits/' },
  ...{ closed: false, successorId: null, version: 1 },
};
const aWindow: CollectionWindowRow = {
  ...{ id: 'h1-2023', name: '2023年上半年', registrationYear: 2023, resultFrom: '2023-01-01', resultTo: '2023-06-30' },
  ...{ announcedOn: '2023-08-07', opensAt: '2023-08-06T16:00:00.000Z', cutOffOn: '2023-12-31', cutOffAt: '2023-12-31T16:00:00.000Z' },
  ...{ paperFrom: '2024-01-02', paperTo: '2024-01-04', state: 'open', version: 1 },
};
const registrar: Caller = at('org-department', 'registrar');
const monday = '2023-08-07T02:00:00.000Z';
const tuesday = '2023-08-08T02:00:00.000Z';
const seven: SetLimitDto = {
  ...{ about: 'municipal', scope: '*', value: 7, unit: 'workdays', effectiveFrom: '2023-08-14', source: '晋科函〔2023〕1号（试行）' },
};

describe('a limit', () => {
  let world: DeskWorld;
  let limits: LimitsService;
  let moving: MovingService;
  let keys = 0;
  beforeEach(async () => {
    world = await DeskWorld.begin();
    const { database, ledger, clock, acts } = world;
    const workingDays = new WorkingDaysService(database);
    limits = new LimitsService(database, ledger, clock, workingDays, movesWith(applications));
    const corrections = new MovingCorrectionsService(
      database,
      clock,
      new CorrectionActsService(ledger),
      new DeadlinesService(workingDays, database),
    );
    moving = new MovingService(database, new ManyActsService(acts, ledger), workingDays, corrections);
  });
  afterEach(() => world.end());

  const key = (): string => `limit-${(keys += 1)}`;
  const set = (own: Partial<SetLimitDto> = {}, actKey = key()) =>
    world.clock.at(tuesday, () => limits.set(registrar, actKey, { ...seven, ...own }));
  const preview = (own: Partial<SetLimitDto> = {}) => world.clock.at(tuesday, () => limits.preview({ ...seven, ...own }));
  const open = (serial: string) => world.database.manager.findOneByOrFail(Deadline, { serial, state: 'open' });

  it('is tried out first: which it takes the place of, and which open deadlines would move; then it is one recorded act [P32]', async () => {
    const serial = await world.reaches('org-city', monday);
    const tried = await preview();
    expect(tried).toEqual({
      supersedes: 'limit-municipal',
      moves: [{ about: 'municipal', from: '2023-08-21', to: '2023-08-16', provisional: false, count: 1, serials: [serial] }],
      moved: 1,
    });
    const [first, again] = [await set({}, 'once'), await set({}, 'once')];
    expect(again).toEqual(first);
    expect((await limits.list()).filter(({ about }) => about === 'municipal')).toMatchObject([
      { id: 'limit-municipal', value: 10, effectiveTo: '2023-08-13' },
      { id: first.id, value: 7, effectiveFrom: '2023-08-14', effectiveTo: null, source: seven.source },
    ]);
    const [entry] = await world.ledger.timeline('limit/municipal');
    expect(entry).toMatchObject({ kind: 'setLimit', by: registrar.personId, detail: { supersedes: 'limit-municipal', value: 7 } });
  });

  it('counts for what begins on its first day, and not for what is running, which is moved by hand, with a reason [P32 P42]', async () => {
    const [running, other] = [await world.reaches('org-city', monday), await world.reaches('org-province', monday)];
    const { id } = await set();
    const fresh = await world.reaches('org-city', '2023-08-14T02:00:00.000Z');
    expect(await open(running)).toMatchObject({ limitId: 'limit-municipal', dueOn: '2023-08-21' });
    expect(await open(fresh)).toMatchObject({ limitId: id, dueOn: '2023-08-23' });

    const move = (who: Caller, actKey: string) =>
      world.clock.at(tuesday, () => moving.move(who, actKey, id, { serials: [running, other], reason: '统一期限' }));
    for (let again = 0; again < 2; again += 1) {
      expect((await move(registrar, 'move')).map(({ outcome }) => outcome)).toEqual(['done', 'unchanged']);
    }
    expect(await open(running)).toMatchObject({ limitId: id, startOn: '2023-08-07', dueOn: '2023-08-16' });
    expect(await world.row(running)).toMatchObject({ dueAt: '2023-08-16T16:00:00.000Z' });
    expect(await world.story(running)).toEqual(['submit', 'release', 'moveLimit']);
    const [entry] = (await world.ledger.timeline(`submission/${running}`)).slice(-1);
    expect(entry).toMatchObject({ detail: { previousDueOn: '2023-08-21', limitId: id }, text: { reason: '统一期限' } });
    expect((await move(at('org-province'), 'elsewhere')).map(({ code }) => code)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
  });

  it('of publicity is for what comes: what is under way ends on the day that was published [P32 P33]', async () => {
    await world.database.manager.update(LimitRule, { about: 'publicity' }, { value: 30 });
    const serial = await world.reaches('org-department', monday);
    await world.act(at('org-department'), serial, 'approve', monday);
    const shorter = { about: 'publicity', value: 7, unit: 'days' } as const;
    expect((await preview(shorter)).moves).toEqual([]);
    const { id } = await set(shorter);

    const move = () => world.clock.at(tuesday, () => moving.move(registrar, key(), id, { serials: [serial], reason: '统一期限' }));
    expect(await move()).toMatchObject([{ outcome: 'refused', code: 'ACT_NOT_PERMITTED' }]);
    expect(await limits.moves(id)).toEqual([]);
    const published = '2023-09-06T16:00:00.000Z';
    expect(await world.row(serial)).toMatchObject({ state: 'in-publicity', dueAt: published, publicityEndsAt: published });
  });

  it('is tried out over applications too, which accounts keeps, what they were given beside it; of one that is there as well [P32]', async () => {
    const nine = { about: 'new-organiser', value: 9 } as const;
    const moved = (from: string, to: string) => ({
      ...{ about: 'new-organiser', from, to, provisional: false, count: 1, serials: ['organiserApplication/one'] },
    });
    expect((await preview(nine)).moves).toEqual([moved('2023-08-16', '2023-08-18'), moved('2023-08-17', '2023-08-21')]);
    const { id } = await set(nine);
    expect(await limits.moves(id)).toEqual([moved('2023-08-16', '2023-08-18'), moved('2023-08-17', '2023-08-21')]);
    expect(await limits.moves('limit-new-organiser')).toEqual([]);
    await expect(limits.moves('limit-nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of an organisation goes before the general one where its applications are counted, and one that was moved goes by its own [P32]', async () => {
    await world.database.manager.insert(Organisation, organisation);
    const { id } = await set({ about: 'new-credential', scope: organisation.id, value: 2 });
    const deadlines = new DeadlinesService(new WorkingDaysService(world.database), world.database);
    const asked = { limit: 'new-credential', since: '2023-08-14T02:00:00.000Z' } as const;
    const dueOn = async (own: object) => (await deadlines.dueDay(world.database.manager, { ...asked, ...own })).dueOn;

    expect(await dueOn({ deskId: 'org-other' })).toBe('2023-08-21');
    expect(await dueOn({ deskId: organisation.id })).toBe('2023-08-16');
    expect(await dueOn({ deskId: organisation.id, limitId: 'limit-new-credential' })).toBe('2023-08-21');
    expect(await dueOn({ limitId: id, extraDays: 1 })).toBe('2023-08-17');
  });

  it('is made for a category or a window too; the closest counts: the desk’s own, the window’s, the category’s, the general one [P32]', async () => {
    const later = '2023-08-14T02:00:00.000Z';
    const window = { mode: 'window' as const, windowId: 'h1-2023', cutOffAt: '2023-12-31T16:00:00.000Z' };
    await world.database.manager.insert(CollectionWindowRow, aWindow);
    await world.database.manager.insert(Organisation, { ...organisation, id: 'org-city' });
    const before = await world.reaches('org-city', monday, { category: 'soft' });
    const { id } = await set({ scope: 'category/soft', value: 3 });
    await set({ scope: 'window/h1-2023', value: 4 });
    const dueOn = async (own: Partial<Submission>) => (await open(await world.reaches('org-city', later, own))).dueOn;

    expect(await dueOn({})).toBe('2023-08-28');
    expect(await dueOn({ category: 'soft' })).toBe('2023-08-17');
    expect(await dueOn({ category: 'soft', ...window })).toBe('2023-08-18');
    expect(await dueOn({ ...window, mode: 'rolling' })).toBe('2023-08-28');
    await set({ scope: 'org-city', value: 2 });
    expect(await dueOn({ category: 'soft', ...window })).toBe('2023-08-16');

    expect(await limits.moves(id)).toContainEqual(
      expect.objectContaining({ about: 'municipal', from: '2023-08-21', to: '2023-08-10', serials: [before] }),
    );
    const move = () => world.clock.at(tuesday, () => moving.move(registrar, 'soft', id, { serials: [before], reason: '软科学从速' }));
    expect((await move()).map(({ outcome }) => outcome)).toEqual(['done']);
    expect(await open(before)).toMatchObject({ limitId: id, dueOn: '2023-08-10' });
  });

  it.each<[string, Partial<SetLimitDto>, string]>([
    ['for a window that is not there', { scope: 'window/h9-2099' }, 'scope'],
    ['for a category that is none', { scope: 'category/hard' }, 'scope'],
    ['for a category of what has none', { about: 'new-organiser', scope: 'category/soft' }, 'scope'],
    ['from a day that has come', { effectiveFrom: '2023-08-08' }, 'effectiveFrom'],
    ['for an organisation that nobody knows', { scope: 'org-nobody' }, 'scope'],
    ['of no days', { value: 0 }, 'value'],
  ])('is not set %s', async (_, own, field) => {
    await expect(set(own)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field }] } });
    await expect(preview(own)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('of two that are set at once for one day one is', async () => {
    const both = await Promise.allSettled([set({ value: 6 }), set({ value: 8 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await world.database.manager.countBy(LimitRule, { about: 'municipal' })).toBe(2);
  });
});
