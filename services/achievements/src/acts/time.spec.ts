import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { SubmissionStage } from './submission-stage.entity';
import type { Submission } from './submission.entity';

const monday = '2023-08-07T02:00:00.000Z';
const cutOffAt = '2023-08-25T16:00:00.000Z';
const justBefore = '2023-08-25T15:59:59.999Z';
const inWindow: Partial<Submission> = { mode: 'window', windowId: 'h1-2023', cutOffAt };

describe('what time does when nobody moves', () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  it('a late desk is escalated to the next on the route; nothing is decided [P31]', async () => {
    const serial = await world.reaches('org-city', monday);
    const due = (await world.row(serial)).dueAt ?? '';
    expect(due).toBe('2023-08-21T16:00:00.000Z');

    await expect(world.byTime('escalate', serial, '2023-08-21T15:59:59.999Z')).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
    const [fact] = await world.byTime('escalate', serial, due);
    expect(fact).toMatchObject({ act: 'escalate', by: null, state: 'in-review', stage: 'municipal', dueAt: null });
    const [entry] = (await world.ledger.entriesAfter(`submission/${serial}`, 2)).slice(-1);
    expect(entry?.detail).toMatchObject({ informedOrganisationId: 'org-province' });
  });

  it('the next desk may then urge and reassign within the late desk, but not decide [P31]', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.byTime('escalate', serial, cutOffAt);

    await world.act(at('org-province'), serial, 'urge', cutOffAt);
    expect(await world.act(at('org-province'), serial, 'reassign', cutOffAt, { toPersonId: 'org-city-two' })).toMatchObject({
      stage: 'municipal',
    });
    await expect(world.act(at('org-province'), serial, 'recommend', cutOffAt)).rejects.toMatchObject({ code: 'STAGE_ALREADY_DECIDED' });
  });

  it('a late desk that takes its decision back is as late as it was, and is escalated once [P31]', async () => {
    const serial = await world.reaches('org-city', monday);
    const due = (await world.row(serial)).dueAt ?? '';
    await world.byTime('escalate', serial, due);
    for (const instant of ['2023-08-22T02:00:00.000Z', '2023-08-23T02:00:00.000Z']) {
      await world.act(at('org-city'), serial, 'recommend', instant);
      expect(await world.row(serial)).toMatchObject({ stage: 'organiser', escalatedAt: null });
      expect(await world.act(at('org-city'), serial, 'recall', instant)).toMatchObject({ stage: 'municipal', dueAt: null });
      expect(await world.row(serial)).toMatchObject({ escalatedAt: due });
    }
    await expect(world.byTime('escalate', serial, cutOffAt)).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
    await world.act(at('org-province'), serial, 'urge', cutOffAt);
  });

  it('a desk that decided in time and takes it back when its day has passed is late, and escalated for the first time [P31]', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.act(at('org-city'), serial, 'recommend', monday);
    await world.act(at('org-city'), serial, 'recall', cutOffAt);
    const [fact] = await world.byTime('escalate', serial, cutOffAt);
    expect(fact).toMatchObject({ act: 'escalate', stage: 'municipal' });
  });

  it('an act of time that comes second writes nothing and answers with what came first [P29]', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.act(at('org-city'), serial, 'recommend', cutOffAt);
    const facts = await world.acts.byWorkflow('escalate', { serial, after: 2, at: cutOffAt });
    expect(facts.map(({ act }) => act)).toEqual(['recommend']);
  });

  it('repeated, an act of time leaves one entry', async () => {
    const serial = await world.reaches('org-city', monday);
    const timed = { serial, after: 2, at: cutOffAt };
    const [first, second] = await Promise.all([world.acts.byWorkflow('escalate', timed), world.acts.byWorkflow('escalate', timed)]);
    expect(second).toEqual(first);
    expect(await world.story(serial)).toEqual(['submit', 'release', 'escalate']);
  });

  it('what was not recommended by the cut-off goes on as rolling with year, place and limit [P13]', async () => {
    const serial = await world.reaches('org-city', '2023-08-17T02:00:00.000Z', inWindow);
    expect(await world.act(at('org-city'), serial, 'open', monday)).toMatchObject({ dueAt: cutOffAt });

    const [fact] = await world.byTime('carryOver', serial, cutOffAt);
    expect(fact).toMatchObject({
      act: 'carryOver',
      stage: 'municipal',
      mode: 'rolling',
      cutOffAt: null,
      dueAt: '2023-08-31T16:00:00.000Z',
    });
    expect(await world.row(serial)).toMatchObject({ windowOutcome: 'carried-over', registrationYear: 2023 });
  });

  it('the cut-off is half-open: a recommendation of its last millisecond counts, one at its instant does not [P12 S77]', async () => {
    const inTime = await world.reaches('org-province', monday, inWindow);
    await world.act(at('org-province'), inTime, 'recommend', justBefore);
    await world.acts.settle(inTime, cutOffAt);
    expect(await world.row(inTime)).toMatchObject({ windowOutcome: 'transmitted', mode: 'window' });

    const late = await world.reaches('org-province', monday, inWindow);
    await world.act(at('org-province'), late, 'recommend', cutOffAt);
    expect(await world.row(late)).toMatchObject({ windowOutcome: 'carried-over', mode: 'rolling', stage: 'department' });
    expect(await world.story(late)).toEqual(['submit', 'release', 'recommend', 'carryOver', 'recommend']);
  });

  it('the cut-off is settled once, whoever comes first: timer, sweep or act [P13]', async () => {
    const serial = await world.reaches('org-city', monday, inWindow);
    const { lastFact } = await world.row(serial);
    await Promise.all([
      world.acts.settle(serial, cutOffAt),
      world.acts.byWorkflow('carryOver', { serial, after: lastFact, at: cutOffAt }),
      world.act(at('org-city'), serial, 'open', '2023-08-26T01:00:00.000Z'),
    ]);
    expect((await world.story(serial)).filter((act) => act === 'carryOver')).toHaveLength(1);
  });

  it('a returned one goes on as rolling too, and counts as returned [P13]', async () => {
    const serial = await world.reaches('org-city', monday, inWindow);
    await world.act(at('org-city'), serial, 'return', monday);
    await world.acts.settle(serial, cutOffAt);
    expect(await world.row(serial)).toMatchObject({ windowOutcome: 'returned', mode: 'rolling', state: 'returned' });
  });

  it('a withdrawn one stays in the window’s account as withdrawn', async () => {
    const serial = await world.reaches('org-city', monday, inWindow);
    await world.act(submitter, serial, 'withdraw', monday);
    await world.acts.settle(serial, cutOffAt);
    expect(await world.row(serial)).toMatchObject({ windowOutcome: 'withdrawn', mode: 'window' });
  });

  it('silence after a return: the unit is told, and only then the returning desk may close by hand [P31]', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.act(at('org-city'), serial, 'return', monday);
    await expect(world.act(at('org-city'), serial, 'close', monday)).rejects.toMatchObject({ code: 'NOT_YET_DUE' });

    await world.byTime('escalate', serial, cutOffAt);
    expect(await world.act(at('org-city'), serial, 'close', cutOffAt)).toMatchObject({ state: 'closed' });
  });

  it('an act that had to wait for another bears no earlier instant, so that a cut-off between them is past for both [P12]', async () => {
    const serial = await world.reaches('org-province', monday, inWindow);
    await world.acts.settle(serial, cutOffAt);
    await world.act(at('org-province'), serial, 'recommend', justBefore);

    const instants = (await world.acts.factsAfter(serial, 0)).map((fact) => fact.at);
    expect(instants).toEqual([...instants].sort());
    expect(instants.at(-1)).toBe(cutOffAt);
    expect(await world.row(serial)).toMatchObject({ windowOutcome: 'carried-over', mode: 'rolling', stage: 'department' });
    expect(await world.database.manager.findOneByOrFail(SubmissionStage, { serial, position: 3 })).toMatchObject({ startedAt: cutOffAt });
  });

  it('an entry of a clock that was wrong puts off nothing that follows', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.act(at('org-city'), serial, 'open', '2024-08-07T02:00:00.000Z');
    expect(await world.act(at('org-city'), serial, 'recommend', monday)).toMatchObject({ dueAt: '2023-08-21T16:00:00.000Z' });
  });
});
