import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { Submission } from '../acts/submission.entity';
import { SubmissionPagesService } from './submission-pages.service';
import { SubmissionsService } from './submissions.service';

const monday = '2023-08-07T02:00:00.000Z';

describe('the list of submissions', () => {
  let world: DeskWorld;
  let pages: SubmissionPagesService;
  beforeAll(async () => {
    world = await DeskWorld.begin();
    pages = new SubmissionPagesService(world.database, world.ledger, world.clock, new SubmissionsService(world.database));
  });
  afterAll(() => world.end());

  it('names who has claimed what waits at a desk, and nobody where none waits', async () => {
    const waiting = await world.reaches('org-city', monday);
    await world.act(at('org-city'), waiting, 'claim', monday);
    const returned = await world.reaches('org-city', monday);
    await world.act(at('org-city'), returned, 'claim', monday);
    await world.act(at('org-city'), returned, 'return', monday);

    const claims = async (state: 'in-review' | 'returned') =>
      (await pages.list(submitter, { state, limit: 50 })).items.map(({ serial, claimedBy }) => [serial, claimedBy]);
    expect(await claims('in-review')).toEqual([[waiting, 'org-city-one']]);
    expect(await claims('returned')).toEqual([[returned, null]]);
  });

  it('begins with the newest and goes on, page by page, to the oldest', async () => {
    const [first, second, third] = [
      await world.reaches('org-city', monday),
      await world.reaches('org-city', monday),
      await world.reaches('org-city', monday),
    ];
    const newest = await pages.list(submitter, { limit: 2 });
    expect(newest.items.map(({ serial }) => serial)).toEqual([third, second]);
    expect(newest.next).toBe(second);
    const older = await pages.list(submitter, { cursor: second, limit: 2 });
    expect(older.items[0]?.serial).toBe(first);
  });

  it('finds what somebody is late with, and since when the next desk knows of it', async () => {
    const late = await world.reaches('org-city', monday);
    const afterwards = '2023-09-20T02:00:00.000Z';
    const lateOnes = (instant: string) =>
      world.clock.at(instant, async () => (await pages.list(submitter, { late: true, limit: 50 })).items);

    expect(await lateOnes(monday)).toEqual([]);
    expect(await lateOnes(afterwards)).toContainEqual(expect.objectContaining({ serial: late, escalatedAt: null }));
    await world.byTime('escalate', late, afterwards);
    expect(await lateOnes(afterwards)).toContainEqual(expect.objectContaining({ serial: late, escalatedAt: afterwards }));
    expect(await pages.page(submitter, late)).toMatchObject({ escalatedAt: afterwards, heldAt: null });
  });

  it('says of what is late what the judge would let one do about it, and nothing of what is only listed', async () => {
    const late = await world.reaches('org-city', monday);
    const afterwards = '2023-09-20T02:00:00.000Z';
    const permitted = async (me: typeof submitter, query: { late?: true } = { late: true }) => {
      const { items } = await world.clock.at(afterwards, () => pages.list(me, { ...query, limit: 50 }));
      return items.find(({ serial }) => serial === late)?.permitted;
    };
    const chief = at('org-department', 'chief', 'superAdmin');

    expect(await permitted(submitter)).toEqual(['urge']);
    expect(await permitted(at('org-city'))).toEqual([]);
    expect(await permitted(at('org-province'))).toEqual(['extend']);
    expect(await permitted(chief)).toEqual(['extend']);
    expect(await permitted(chief, {})).toBeUndefined();
    await world.byTime('escalate', late, afterwards);
    expect(await permitted(at('org-province'))).toEqual(['urge', 'extend']);
    expect(await permitted(chief)).toEqual(['extend']);
    await expect(world.act(at('org-city'), late, 'urge', afterwards)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await world.act(at('org-province'), late, 'urge', afterwards)).toMatchObject({ state: 'in-review' });
  });

  it('finds what is registered by its number, within one’s part of the graphs alone', async () => {
    const serial = await world.reaches('org-department', monday);
    await world.database.manager.update(Submission, { serial }, { registrationNumber: '9992023Y0042' });
    const found = async (me: typeof submitter) =>
      (await pages.list(me, { number: '9992023Y0042', limit: 50 })).items.map((line) => line.serial);

    expect(await found(submitter)).toEqual([serial]);
    expect(await found(at('org-elsewhere'))).toEqual([]);
  });
});
