import type { Caller } from '@dengke/contract';
import { at, DeskWorld } from '../../testing/a-desk-world';
import { SubmissionStage } from '../acts/submission-stage.entity';
import { Submission } from '../acts/submission.entity';
import { Organisation } from '../organisations/organisation.entity';
import { SubmissionPagesService } from '../submissions/submission-pages.service';
import { SubmissionsService } from '../submissions/submissions.service';
import type { QueueQuery } from './queue.dto';
import { QueueService } from './queue.service';

const [tuesday, monday, august] = ['2023-08-01T02:00:00.000Z', '2023-08-07T02:00:00.000Z', '2023-08-10T02:00:00.000Z'];
const clerk = at('org-city');

describe('the queue of a desk', () => {
  let world: DeskWorld;
  let queue: QueueService;
  const september = '2023-09-20T02:00:00.000Z';
  const page = (query: Partial<QueueQuery> = {}, now = august) => world.clock.at(now, () => queue.page(clerk, { limit: 100, ...query }));
  const serials = async (query: Partial<QueueQuery> = {}, now = august) => (await page(query, now)).items.map(({ serial }) => serial);
  const counts = (now = august) => world.clock.at(now, () => queue.counts(clerk, {}));

  let [first, second, mine, again, frozen] = ['', '', '', '', ''];
  beforeAll(async () => {
    world = await DeskWorld.begin();
    const pages = new SubmissionPagesService(world.database, world.ledger, world.clock, new SubmissionsService(world.database));
    queue = new QueueService(world.database, world.clock, pages);
    await world.database.manager.insert(Organisation, {
      ...{ id: 'unit-a', name: '某煤业有限公司', kind: 'unit', areaCode: '140400', path: 'org-city/unit-a/', closed: false, version: 1 },
    });
    second = await world.reaches('org-city', monday);
    first = await world.reaches('org-city', tuesday, { name: '矿井水处理', mode: 'window', category: 'soft' });
    mine = await world.reaches('org-city', monday);
    await world.act(clerk, mine, 'claim', monday);
    again = await world.reaches('org-city', august);
    await Promise.all([Submission, SubmissionStage].map((table) => world.database.manager.update(table, { serial: again }, { round: 2 })));
    frozen = await world.reaches('org-city', monday);
    await world.act(clerk, frozen, 'suspect', monday, { suspicion: 'defence' });
    await world.reaches('org-province', monday);
  });
  afterAll(() => world.end());

  it('has what waits there by the day it is due, with its unit, and not what is frozen or elsewhere', async () => {
    const { items, next } = await page();

    expect(items.map(({ serial }) => serial)).toEqual([first, second, mine, again]);
    expect(items[0]).toMatchObject({ unitName: '某煤业有限公司', name: '矿井水处理', late: false, claimedBy: null });
    expect(next).toBeNull();
  });

  it('goes on after a page where the page before ended', async () => {
    const { items, next } = await page({ limit: 2 });
    const rest = await page({ limit: 2, after: next ?? '' });

    expect([...items, ...rest.items].map(({ serial }) => serial)).toEqual([first, second, mine, again]);
    expect(rest.next).toBeNull();
  });

  it('shows what is late, due soon, claimed by oneself or by nobody, or mended, and says how many', async () => {
    const late = '2023-08-16T02:00:00.000Z';

    expect(await serials({ view: 'late' }, late)).toEqual([first]);
    expect((await page({ view: 'late' }, late)).items[0]?.late).toBe(true);
    expect(await serials({ view: 'soon' }, late)).toEqual([second, mine]);
    expect(await serials({ view: 'mine' })).toEqual([mine]);
    expect(await serials({ view: 'again' })).toEqual([again]);
    expect(await counts(late)).toEqual({ all: 4, late: 1, soon: 2, mine: 1, free: 3, again: 1 });
  });

  it('has what is due at an instant as late from that instant on, and due soon until then', async () => {
    const [{ dueAt }, before] = [await world.row(first), '2023-08-15T15:59:59.999Z'];

    expect(dueAt).toBe('2023-08-15T16:00:00.000Z');
    expect([await serials({ view: 'late' }, before), (await serials({ view: 'soon' }, before))[0]]).toEqual([[], first]);
    expect((await page({ view: 'late' }, dueAt ?? '')).items).toEqual([expect.objectContaining({ serial: first, late: true })]);
    expect(await serials({ view: 'soon' }, dueAt ?? '')).not.toContain(first);
  });

  it('is searched by name, unit and serial, and by nothing that a wildcard would find', async () => {
    expect(await serials({ search: '水处理' })).toEqual([first]);
    expect(await serials({ search: `煤业 ${second}` })).toEqual([second]);
    expect(await serials({ search: '%' })).toEqual([]);
    expect(await serials({ category: 'soft', mode: 'window' })).toEqual([first]);
  });

  it('has what is late first, also after the next desk was told and nothing falls due any more', async () => {
    await world.byTime('escalate', second, september);
    const items = (await page({ limit: 2 }, september)).items;
    const { next } = await page({ view: 'late', limit: 1 }, september);

    expect(items.map(({ serial, late }) => [serial, late])).toContainEqual([mine, true]);
    expect(await serials({ view: 'late' }, september)).toContain(second);
    expect(await serials({ view: 'late', after: next ?? '' }, september)).not.toContain(items[0]?.serial);
    expect(await serials({}, september)).toHaveLength(4);
  });

  it('goes by the window’s cut-off where that binds and comes before the limit, page by page, and counts it as due soon [P12]', async () => {
    const cutOffAt = '2023-08-25T16:00:00.000Z';
    const inWindow: Partial<Submission> = { mode: 'window', windowId: 'h1-2023', cutOffAt };
    const friday = '2023-08-18T02:00:00.000Z';
    const examiner = at('org-department');
    const unbound = await world.reaches('org-department', '2023-08-21T02:00:00.000Z', inWindow);
    const rolling = await world.reaches('org-province', '2023-08-14T02:00:00.000Z');
    const bound = [await world.reaches('org-province', friday, inWindow), await world.reaches('org-province', friday, inWindow)];
    const settled = await world.reaches('org-province', friday, inWindow);
    await world.acts.settle(settled, cutOffAt);
    const saturday = '2023-08-19T02:00:00.000Z';
    const read = (who: Caller, query: Partial<QueueQuery>) => world.clock.at(saturday, () => queue.page(who, { limit: 100, ...query }));

    const found: string[] = [];
    for (let after: string | null | undefined; after !== null && found.length < 9;) {
      const { items, next } = await read(at('org-province'), { limit: 1, ...(after !== undefined && { after }) });
      found.push(...items.map(({ serial }) => serial));
      after = next;
    }
    expect(found.slice(-4)).toEqual([...bound, rolling, settled]);
    const soon = await read(at('org-province'), { view: 'soon' });
    expect(soon.items.map(({ serial }) => serial)).toEqual(expect.arrayContaining(bound));
    expect((await read(examiner, {})).items).toMatchObject([{ serial: unbound, dueAt: '2023-08-28T16:00:00.000Z' }]);
  });
});
