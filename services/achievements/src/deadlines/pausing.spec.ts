import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import type { Submission } from '../acts/submission.entity';
import { SubmissionsService } from '../submissions/submissions.service';
import { Deadline } from './deadline.entity';
import { DeadlinesService } from './deadlines.service';
import { ExplanationsService } from './explanations.service';
import { WorkingDaysService } from './working-days.service';

const monday = '2023-08-07T02:00:00.000Z';
const thursday = '2023-08-10T02:00:00.000Z';
const weekLater = '2023-08-17T02:00:00.000Z';

describe('the deadline of a desk that has returned something', () => {
  let world: DeskWorld;
  let explanations: ExplanationsService;
  beforeAll(async () => {
    world = await DeskWorld.begin();
    const deadlines = new DeadlinesService(new WorkingDaysService(world.database), world.database);
    const submissions = new SubmissionsService(world.database);
    explanations = new ExplanationsService(world.database, submissions, deadlines, world.ledger);
  });
  afterAll(() => world.end());

  const rows = (serial: string) => world.database.manager.find(Deadline, { where: { serial }, order: { id: 'ASC' } });
  const mend = (serial: string, instant: string) =>
    world.clock.at(instant, () =>
      world.acts.byPerson(submitter, `again-${serial}-${instant}`, serial, 'resubmit', {}, ({ submission }) => ({
        wait: { for: 'desk', position: submission.returnedFrom ?? 0, round: submission.round + 1, since: instant },
      })),
    );
  const returned = async (instant: string, own: Partial<Submission> = {}) => {
    const serial = await world.reaches('org-city', monday, own);
    await world.act(at('org-city'), serial, 'return', instant);
    return serial;
  };

  it('pauses while the completer mends it and goes on with the working days that were left; both rows say so [P26 P31 P32]', async () => {
    const serial = await returned(thursday);
    expect((await rows(serial)).slice(1)).toMatchObject([
      { about: 'municipal', state: 'paused', dueOn: '2023-08-21', endedAt: thursday },
      { about: 'returned', state: 'open', dueOn: '2023-08-24' },
    ]);
    const whilePaused = await explanations.of(at('org-city'), serial);
    expect(whilePaused[1]).toMatchObject({ pauses: [{ because: 'returned', from: thursday, until: null }] });

    expect(await mend(serial, weekLater)).toMatchObject({ stage: 'municipal', round: 2, dueAt: '2023-08-28T16:00:00.000Z' });
    expect(await world.row(serial)).toMatchObject({ daysLeft: null, escalatedAt: null });
    const [, before, mended, after] = await explanations.of(at('org-city'), serial);
    expect(before).toMatchObject({ state: 'superseded', pauses: [{ because: 'returned', from: thursday, until: weekLater }] });
    expect(mended).toMatchObject({ about: 'returned', state: 'met', pauses: [] });
    expect(after).toMatchObject({
      ...{ about: 'municipal', state: 'open', startOn: '2023-08-17', dueOn: '2023-08-28', days: 7, rule: { value: 10 } },
      change: { act: 'resubmit', at: weekLater, previousDueOn: '2023-08-21' },
    });
  });

  it('has after a recall the days that were left, not the whole of its limit [P29 P31]', async () => {
    const serial = await returned(thursday);
    const { dueAt } = await mend(serial, weekLater);
    await world.act(at('org-city'), serial, 'recommend', '2023-08-21T02:00:00.000Z');
    expect(await world.act(at('org-city'), serial, 'recall', '2023-08-22T02:00:00.000Z')).toMatchObject({ stage: 'municipal', dueAt });
    expect(
      (await explanations.of(at('org-city'), serial)).filter(({ about }) => about === 'municipal').map(({ change }) => change?.act),
    ).toEqual([...[undefined, 'resubmit', 'recall']]);
  });

  it('has a day left when it was late already, and is late again after that [P31]', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.byTime('escalate', serial, '2023-08-21T16:00:00.000Z');
    await world.act(at('org-city'), serial, 'return', '2023-08-23T02:00:00.000Z');
    expect(await mend(serial, '2023-08-25T02:00:00.000Z')).toMatchObject({ dueAt: '2023-08-28T16:00:00.000Z' });
    const [fact] = await world.byTime('escalate', serial, '2023-08-28T16:00:00.000Z');
    expect(fact).toMatchObject({ act: 'escalate', stage: 'municipal' });
  });

  it('pauses once more when it is returned once more', async () => {
    const serial = await returned(thursday);
    await mend(serial, weekLater);
    await world.act(at('org-city'), serial, 'return', '2023-08-24T02:00:00.000Z');
    expect(await mend(serial, '2023-09-04T02:00:00.000Z')).toMatchObject({ dueAt: '2023-09-06T16:00:00.000Z' });
    expect((await rows(serial)).filter(({ about }) => about === 'municipal').map(({ state }) => state)).toEqual([
      ...['superseded', 'superseded', 'open'],
    ]);
  });

  it('ends where nothing comes back', async () => {
    const serial = await returned(thursday);
    await world.act(submitter, serial, 'withdraw', weekLater);
    expect((await rows(serial)).map(({ state }) => state)).toEqual(['met', 'ended', 'ended']);
  });
});
