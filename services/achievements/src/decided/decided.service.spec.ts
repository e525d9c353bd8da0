import type { Caller } from '@dengke/contract';
import { at, DeskWorld, unitAdmin } from '../../testing/a-desk-world';
import { takenOver } from '../acts/graph-change';
import { Organisation } from '../organisations/organisation.entity';
import { SubmissionPagesService } from '../submissions/submission-pages.service';
import { SubmissionsService } from '../submissions/submissions.service';
import type { DecidedQuery } from './decided.dto';
import { DecidedService } from './decided.service';

const [monday, tuesday, wednesday] = ['2023-08-07T02:00:00.000Z', '2023-08-08T02:00:00.000Z', '2023-08-09T02:00:00.000Z'];
const [clerk, colleague] = [at('org-city'), at('org-city', 'two')];

describe('what a desk has decided', () => {
  let world: DeskWorld;
  let decided: DecidedService;
  let [recommended, returned, refused] = ['', '', ''];
  beforeAll(async () => {
    world = await DeskWorld.begin();
    const submissions = new SubmissionsService(world.database);
    const pages = new SubmissionPagesService(world.database, world.ledger, world.clock, submissions);
    decided = new DecidedService(world.database, submissions, pages);
    recommended = await world.reaches('org-city', monday);
    returned = await world.reaches('org-city', monday);
    refused = await world.reaches('org-city', monday);
    await world.act(clerk, recommended, 'recommend', monday);
    await world.act(clerk, returned, 'return', tuesday);
    const standsIn: Caller = { ...colleague, position: { ...colleague.position, deputyFor: clerk.personId } };
    await world.act(standsIn, refused, 'reject', wednesday);
  });
  afterAll(() => world.end());

  const page = (who: Caller, query: Partial<DecidedQuery> = {}) => decided.page(who, { limit: 50, ...query });
  const serials = async (who: Caller, query: Partial<DecidedQuery> = {}) => (await page(who, query)).items.map(({ serial }) => serial);

  it('is told to all of it, the newest first, with who decided what and where it stands now; nobody else’s is [P25]', async () => {
    const { items, next } = await page(colleague);

    expect(items.map(({ serial, decision, state }) => [serial, decision, state])).toEqual([
      [refused, 'reject', 'rejected'],
      [returned, 'return', 'returned'],
      [recommended, 'recommend', 'in-review'],
    ]);
    expect(items[2]).toMatchObject({ decidedAt: monday, decidedBy: clerk.personId, decidedRound: 1, deskId: 'org-province' });
    expect(next).toBeNull();
    expect(await serials(at('org-province'))).toEqual([]);
    expect(await serials(at('org-elsewhere'))).toEqual([]);
    expect(await serials(unitAdmin)).toHaveLength(3);
  });

  it('is narrowed down to an outcome, to days, both included, and to one’s own, a deputy’s for one among them [P30]', async () => {
    expect(await serials(clerk, { outcome: 'return' })).toEqual([returned]);
    expect(await serials(clerk, { from: '2023-08-08', to: '2023-08-08' })).toEqual([returned]);
    expect(await serials(clerk, { to: '2023-08-07' })).toEqual([recommended]);
    expect(await serials(clerk, { from: '2023-08-08' })).toEqual([refused, returned]);
    expect(await serials(clerk, { mine: true })).toEqual([refused, returned, recommended]);
    expect(await serials(colleague, { mine: true })).toEqual([refused]);
  });

  it('goes on after a page where the page before ended, also among what was decided at one instant', async () => {
    const found: string[] = [];
    for (let after: string | null | undefined; after !== null && found.length < 9;) {
      const { items, next } = await page(unitAdmin, { limit: 1, ...(after !== undefined && { after }) });
      found.push(...items.map(({ serial }) => serial));
      after = next;
    }

    expect(found).toEqual([refused, returned, recommended]);
  });

  it('is not what was taken back, and of a later round once more', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.act(clerk, serial, 'recommend', wednesday);
    expect(await serials(clerk, { outcome: 'recommend' })).toEqual([serial, recommended]);

    await world.act(clerk, serial, 'recall', wednesday);
    expect(await serials(clerk, { outcome: 'recommend' })).toEqual([recommended]);
  });

  it('is also its successor’s to read, beside its own, and the closed desk’s no more [P1]', async () => {
    const successor: Caller = { ...clerk, personId: 'next-one', position: { ...clerk.position, organisationId: 'org-next' } };
    const city = { name: '某市能源局', kind: 'municipal', areaCode: '140400', version: 1 } as const;
    await world.database.manager.insert(Organisation, [
      { id: 'org-city', ...city, path: 'org-city/', closed: true, successorId: 'org-next' },
      { id: 'org-next', ...city, path: 'org-next/', closed: false, successorId: null },
    ]);
    const waiting = await world.reaches('org-city', monday);
    for (const serial of [recommended, waiting]) {
      await world.acts.byFeed('takeOver', serial, wednesday, `take-over-${serial}`, takenOver('org-city', 'org-next'));
    }
    await world.act(successor, waiting, 'recommend', '2023-08-10T02:00:00.000Z');

    expect(await serials(successor)).toEqual([waiting, refused, returned, recommended]);
    expect(await serials(successor, { limit: 1, after: `2023-08-10T02:00:00.000Z~${waiting}~1~1` })).toEqual([refused]);
    expect(await serials(clerk)).toEqual([refused, returned]);
  });
});
