import type { Instant } from '@dengke/contract';
import { secretDigestOf } from '@dengke/service-kit';
import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { ExplanationsService } from '../deadlines/explanations.service';
import { LimitRule } from '../deadlines/limit-rule.entity';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { DecidingService } from '../objections/deciding.service';
import type { Answering } from '../objections/deciding.service';
import { Objection } from '../objections/objection.entity';
import { ObjectionsService } from '../objections/objections.service';
import { PublicityService } from '../publicity/publicity.service';
import { SubmissionsService } from '../submissions/submissions.service';

/** Ten calendar days: to the end of 11 September. */
const approvedAt = '2023-09-01T02:00:00.000Z';
const endsAt = '2023-09-11T16:00:00.000Z';
const fifth = '2023-09-05T02:00:00.000Z';
const eighth = '2023-09-08T02:00:00.000Z';
const october = '2023-10-09T02:00:00.000Z';
const head = at('org-department', 'head', 'superAdmin');
const suspicion = { suspicion: 'defence' } as const;
const why = { reason: '经核查不涉密' };

describe('a suspicion of secrecy in publicity', () => {
  let world: DeskWorld;
  let publicity: PublicityService;
  let deciding: DecidingService;
  let explanations: ExplanationsService;
  let receipts = 0;
  beforeAll(async () => {
    world = await DeskWorld.begin();
    await world.database.manager.update(LimitRule, { about: 'publicity' }, { value: 10 });
    publicity = new PublicityService(world.database);
    const unused = {} as never;
    const { database, ledger, clock, acts } = world;
    deciding = new DecidingService(new ObjectionsService(database, ledger, unused, unused, unused, unused, clock), acts);
    const deadlines = new DeadlinesService(new WorkingDaysService(database), database);
    explanations = new ExplanationsService(database, new SubmissionsService(database), deadlines, ledger);
  });
  afterAll(() => world.end());

  const inPublicity = async (): Promise<string> => {
    const serial = await world.reaches('org-department', '2023-08-28T02:00:00.000Z');
    await world.act(at('org-department'), serial, 'approve', approvedAt);
    return serial;
  };
  const received = async (serial: string): Promise<string> => {
    const receipt = `O2023-${String((receipts += 1)).padStart(6, '0')}`;
    await world.database.manager.insert(Objection, {
      ...{ receipt, serial, unitId: 'unit-a', deskId: 'org-department', state: 'received', flaw: null, kinds: ['truth'] },
      ...{ objector: 'person', name: null, contact: null, secretDigest: secretDigestOf('x') },
      ...{ receivedAt: approvedAt, acceptedAt: null, closedAt: null, disposeOn: null },
    });
    return receipt;
  };
  const decide = (act: Answering, receipt: string, instant: Instant) =>
    world.clock.at(instant, () => deciding.decide(at('org-department', 'two'), `${act}-${receipt}`, act, receipt, { reason: '经核实' }));

  it('is raised by the department and by the desks that let it pass, not by its unit nor by the ministry [P17]', async () => {
    for (const place of ['org-department', 'org-province', 'org-city'] as const) {
      const serial = await inPublicity();
      expect(await world.act(at(place, 'other'), serial, 'suspect', fifth, suspicion)).toMatchObject({ state: 'suspected', dueAt: null });
    }
    const serial = await inPublicity();
    for (const me of [submitter, at('org-ministry')]) {
      await expect(world.act(me, serial, 'suspect', fifth, suspicion)).rejects.toMatchObject({ code: 'STAGE_ALREADY_DECIDED' });
    }
  });

  it('hides it at once, and nothing registers it meanwhile; cleared, it is published for the days that were left [P17 P33 P39]', async () => {
    const serial = await inPublicity();
    expect(await publicity.one(serial)).toMatchObject({ toOn: '2023-09-11' });
    await world.act(at('org-department'), serial, 'suspect', fifth, suspicion);
    await expect(publicity.one(serial)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await publicity.list({})).items.map((item) => item.serial)).not.toContain(serial);
    await expect(world.byTime('register', serial, october)).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });

    // On 5 September six of its ten days were left.
    const again = '2023-10-15T16:00:00.000Z';
    expect(await world.act(head, serial, 'clear', october, why)).toMatchObject({ state: 'in-publicity', stage: null, dueAt: again });
    expect(await publicity.one(serial)).toMatchObject({ fromOn: '2023-09-01', toOn: '2023-10-15' });
    expect(await world.row(serial)).toMatchObject({ publicityEndsAt: again, daysLeft: null });
    expect((await explanations.of(at('org-department'), serial)).slice(-2)).toMatchObject([
      { about: 'publicity', state: 'superseded', pauses: [{ because: 'suspicion', from: fifth, until: october }] },
      { about: 'publicity', state: 'open', days: 6, dueOn: '2023-10-15', change: { act: 'clear', previousDueOn: '2023-09-11' } },
    ]);
    expect(await world.byTime('register', serial, again)).toMatchObject([{ act: 'register', state: 'registered' }]);
  });

  it('keeps what holds it: the answer to the objection is due by the days that were left, and its end follows [P17 P33]', async () => {
    const serial = await inPublicity();
    const receipt = await received(serial);
    expect(await decide('hold', receipt, fifth)).toMatchObject({ held: true, dueAt: '2023-09-26T16:00:00.000Z' });
    await world.act(at('org-department'), serial, 'suspect', eighth, suspicion);
    await expect(decide('overrule', receipt, eighth)).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });

    const cleared = await world.act(head, serial, 'clear', october, why);
    // Of fifteen working days twelve were left on 8 September, of publicity three days.
    expect(cleared).toMatchObject({ state: 'in-publicity', held: true, dueAt: '2023-10-25T16:00:00.000Z' });
    expect(await world.row(serial)).toMatchObject({ publicityEndsAt: '2023-10-12T16:00:00.000Z' });
    expect(await decide('overrule', receipt, '2023-10-10T02:00:00.000Z')).toMatchObject({ dueAt: '2023-10-12T16:00:00.000Z' });
  });

  it('that comes after its end, while an objection holds it, gives publicity no day back [P33]', async () => {
    const serial = await inPublicity();
    const receipt = await received(serial);
    await decide('hold', receipt, fifth);
    await world.act(at('org-department'), serial, 'suspect', '2023-09-13T02:00:00.000Z', suspicion);
    await world.act(head, serial, 'clear', october, why);
    expect(await world.row(serial)).toMatchObject({ publicityEndsAt: endsAt });
    expect(await decide('overrule', receipt, october)).toMatchObject({ dueAt: endsAt });
  });

  it('where it was right excludes it as before, and objections to it are over; where a window has cut off, it was transmitted [P13 P17 S49]', async () => {
    const cutOffAt = '2023-09-06T16:00:00.000Z';
    const serial = await world.reaches('org-department', '2023-08-28T02:00:00.000Z', { mode: 'window', windowId: 'w', cutOffAt });
    await world.act(at('org-department'), serial, 'approve', approvedAt);
    const receipt = await received(serial);
    await world.act(at('org-city'), serial, 'suspect', fifth, suspicion);
    await world.acts.settle(serial, eighth);
    expect(await world.row(serial)).toMatchObject({ state: 'suspected', mode: 'window', windowOutcome: 'transmitted' });

    expect(await world.act(head, serial, 'exclude', eighth, {})).toMatchObject({ state: 'rejected', registrationNumber: null });
    expect(await world.row(serial)).toMatchObject({ excluded: true, heldAt: null });
    await expect(publicity.one(serial)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.database.manager.findOneByOrFail(Objection, { receipt })).toMatchObject({ state: 'moot', closedAt: eighth });
  });
});
