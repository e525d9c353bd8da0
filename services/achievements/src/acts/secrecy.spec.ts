import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { Deadline } from '../deadlines/deadline.entity';

const monday = '2023-08-07T02:00:00.000Z';
const friday = '2023-08-11T02:00:00.000Z';
const september = '2023-09-04T02:00:00.000Z';
const admin = at('org-department', 'head', 'superAdmin');
const suspicion = { suspicion: 'secrecy-mark' } as const;
const why = { reason: '经核查不涉密' };

describe('a suspicion of secrecy', () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  const deadlines = (serial: string) => world.database.manager.find(Deadline, { where: { serial }, order: { id: 'ASC' } });
  const suspected = async (instant = friday): Promise<string> => {
    const serial = await world.reaches('org-city', monday);
    await world.act(at('org-city'), serial, 'suspect', instant, suspicion);
    return serial;
  };

  it('stops the submission by the desk that holds it, with a ground and no content: nothing is due and nothing moves [P17 S49]', async () => {
    const serial = await suspected();
    expect(await world.row(serial)).toMatchObject({ state: 'suspected', stage: 'municipal', deskId: 'org-city', dueAt: null });
    expect((await deadlines(serial)).filter(({ state }) => state === 'open')).toEqual([]);
    for (const [me, act] of [
      [at('org-city'), 'recommend'],
      [at('org-city'), 'return'],
      [at('org-city'), 'reject'],
      [submitter, 'withdraw'],
      [submitter, 'urge'],
      [at('org-city'), 'handInPaper'],
    ] as const) {
      await expect(world.act(me, serial, act, friday)).rejects.toMatchObject({
        code: expect.stringMatching(/NOT_PERMITTED|DECIDED/) as unknown,
      });
    }
    await expect(world.byTime('escalate', serial, september)).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });
    const last = (await world.ledger.timeline(`submission/${serial}`)).at(-1);
    expect(last).toMatchObject({ kind: 'suspect', text: null, detail: { suspicion: 'secrecy-mark', state: 'suspected', dueAt: null } });
  });

  it('is raised only by the desk that holds it and with a ground', async () => {
    const serial = await world.reaches('org-city', monday);
    await expect(world.act(at('org-city'), serial, 'suspect', monday, {})).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(world.act(at('org-province'), serial, 'suspect', monday, suspicion)).rejects.toMatchObject({
      code: 'STAGE_ALREADY_DECIDED',
    });
  });

  it('is cleared by the department’s super administrator alone, with a reason, and goes on at the desk with the days that were left [P17 P39]', async () => {
    const serial = await suspected();
    for (const other of [at('org-city', 'head', 'superAdmin'), at('org-department'), at('org-province', 'head', 'superAdmin')]) {
      await expect(world.act(other, serial, 'clear', friday, why)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
    await expect(world.act(admin, serial, 'clear', september, {})).rejects.toMatchObject({ code: 'REASON_MISSING' });
    const cleared = await world.act(admin, serial, 'clear', september, why);

    // Ten working days from 7 August end on the 21st; on the 11th six of them were left.
    expect(cleared).toMatchObject({ state: 'in-review', stage: 'municipal', deskId: 'org-city', dueAt: '2023-09-12T16:00:00.000Z' });
    expect((await deadlines(serial)).slice(-2)).toMatchObject([
      { dueOn: '2023-08-21', state: 'superseded', days: null },
      { startOn: '2023-09-04', dueOn: '2023-09-12', state: 'open', days: 6 },
    ]);
    expect(await world.act(at('org-city'), serial, 'recommend', september)).toMatchObject({ stage: 'organiser' });
  });

  it('leaves what was late as late as it was, and gives the last day back whole', async () => {
    const late = await world.reaches('org-city', monday);
    await world.byTime('escalate', late, '2023-08-22T02:00:00.000Z');
    await world.act(at('org-city'), late, 'suspect', september, suspicion);
    expect(await world.act(admin, late, 'clear', september, why)).toMatchObject({ state: 'in-review', dueAt: null });
    expect((await deadlines(late)).at(-1)).toMatchObject({ dueOn: '2023-08-21', state: 'open', endedAt: null });

    const untold = await suspected('2023-08-21T16:00:00.000Z');
    expect(await world.act(admin, untold, 'clear', september, why)).toMatchObject({ dueAt: '2023-08-21T16:00:00.000Z' });
    expect(await world.byTime('escalate', untold, september)).toMatchObject([{ act: 'escalate', stage: 'municipal' }]);

    const lastDay = await suspected('2023-08-21T10:00:00.000Z');
    expect(await world.act(admin, lastDay, 'clear', september, why)).toMatchObject({ dueAt: '2023-09-05T16:00:00.000Z' });
  });

  it('where it was right refuses the submission and erases every word of it; the chain stays whole [P17 S49]', async () => {
    const serial = await world.reaches('org-province', monday);
    await world.act(at('org-province'), serial, 'suspect', monday, suspicion);
    expect(await world.act(admin, serial, 'exclude', monday, {})).toMatchObject({ state: 'rejected', stage: null, dueAt: null });

    const timeline = await world.ledger.timeline(`submission/${serial}`);
    expect(timeline.map(({ kind }) => kind)).toEqual(['submit', 'release', 'recommend', 'suspect', 'exclude']);
    expect(timeline.every(({ text }) => text === null)).toBe(true);
    expect(await world.ledger.verify(`submission/${serial}`)).toBeNull();
    expect((await deadlines(serial)).at(-1)).toMatchObject({ state: 'ended' });
  });

  it('also holds a report-up; what has a number is not refused any more [P17 P36 P37]', async () => {
    const serial = await world.reaches('org-ministry', monday);
    await world.act(at('org-ministry'), serial, 'suspect', monday, suspicion);
    await expect(world.act(at('org-ministry'), serial, 'acknowledge', monday)).rejects.toMatchObject({ code: 'STAGE_ALREADY_DECIDED' });
    await expect(world.act(admin, serial, 'exclude', monday, {})).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });
    expect(await world.act(admin, serial, 'clear', monday, why)).toMatchObject({ state: 'registered', stage: 'ministry' });
  });

  it('does not keep a cut-off from carrying it over, whose place and pause stay [P13 P17]', async () => {
    const cutOffAt = '2023-08-25T16:00:00.000Z';
    const serial = await world.reaches('org-city', monday, { mode: 'window', windowId: 'w', cutOffAt });
    expect(await world.act(at('org-city'), serial, 'suspect', friday, suspicion)).toMatchObject({ dueAt: null });
    await world.acts.settle(serial, september);
    expect(await world.row(serial)).toMatchObject({ state: 'suspected', mode: 'rolling', windowOutcome: 'carried-over', dueAt: null });
    expect(await world.act(admin, serial, 'clear', september, why)).toMatchObject({ dueAt: '2023-09-12T16:00:00.000Z' });
  });
});
