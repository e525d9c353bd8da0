import type { Caller, Instant, ObjectionState } from '@dengke/contract';
import { DomainError, Ledger, PersonalData, RelayBell, secretDigestOf } from '@dengke/service-kit';
import { anEnvironment } from '@dengke/test-kit';
import { at, DeskWorld } from '../../testing/a-desk-world';
import { LimitRule } from '../deadlines/limit-rule.entity';
import { RegisterEntry } from '../register/register-entry.entity';
import { PublicityEntry } from '../publicity/publicity-entry.entity';
import { DecidingService } from './deciding.service';
import type { Answering } from './deciding.service';
import { Objection } from './objection.entity';
import { ObjectionsService } from './objections.service';

const approvedAt = '2023-09-01T02:00:00.000Z';
/** 30 calendar days after 1 September, to their end. */
const endsAt = '2023-10-01T16:00:00.000Z';
const registrar = at('org-department', 'two');

describe('publicity and objections to it, as the judge sees them', () => {
  let world: DeskWorld;
  let deciding: DecidingService;
  let receipts = 0;

  beforeAll(async () => {
    world = await DeskWorld.begin();
    await world.database.manager.update(LimitRule, { about: 'publicity' }, { value: 30 });
    const personal = PersonalData.from(anEnvironment()['DENGKE_PERSONAL_KEYS_FILE'] ?? '');
    const ledger = new Ledger(world.database, new RelayBell());
    const unused = {} as never;
    const objections = new ObjectionsService(world.database, ledger, personal, unused, unused, unused, world.clock);
    deciding = new DecidingService(objections, world.acts);
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
      ...{
        receipt,
        serial,
        unitId: 'unit-a',
        deskId: 'org-department',
        state: 'received',
        flaw: null,
        kinds: ['truth'],
        objector: 'person',
      },
      ...{ name: null, contact: null, secretDigest: secretDigestOf('x'), receivedAt: approvedAt, acceptedAt: null, closedAt: null },
      disposeOn: null,
    });
    return receipt;
  };
  const decide = (act: Answering, receipt: string, instant: Instant, me: Caller = registrar) =>
    world.clock.at(instant, () => deciding.decide(me, `${act}-${receipt}-${instant}`, act, receipt, { reason: '经核实' }));
  const stateOf = async (receipt: string): Promise<ObjectionState> =>
    (await world.database.manager.findOneByOrFail(Objection, { receipt })).state;

  it('publishes the day it begins and the last on which an objection is in time [P33]', async () => {
    const serial = await inPublicity();

    const entry = await world.database.manager.findOneByOrFail(PublicityEntry, { serial });
    expect(entry).toMatchObject({ fromOn: '2023-09-01', toOn: '2023-10-01', leftAt: null, completers: ['甲某'] });
    expect(await world.row(serial)).toMatchObject({ state: 'in-publicity', dueAt: endsAt, publicityEndsAt: endsAt, heldAt: null });
  });

  it('an accepted objection holds the registration, with a day of its own; overruled, publicity goes on for the time that is left [P33]', async () => {
    const serial = await inPublicity();
    const receipt = await received(serial);

    expect(await decide('hold', receipt, '2023-09-05T02:00:00.000Z')).toMatchObject({ held: true, dueAt: '2023-09-26T16:00:00.000Z' });
    await expect(world.byTime('register', serial, endsAt)).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
    expect(await decide('overrule', receipt, '2023-09-11T02:00:00.000Z')).toMatchObject({ state: 'in-publicity', dueAt: endsAt });

    expect(await stateOf(receipt)).toBe('overruled');
    await world.byTime('register', serial, endsAt);
    expect(await world.row(serial)).toMatchObject({ state: 'registered', approvedOn: '2023-10-02', heldAt: null });
  });

  it('is not registered while held, and may be at once when the last is overruled after the end [P33]', async () => {
    const serial = await inPublicity();
    const [one, other] = [await received(serial), await received(serial)];
    await decide('hold', one, '2023-09-20T02:00:00.000Z');
    await decide('hold', other, '2023-09-21T02:00:00.000Z');

    await expect(world.byTime('register', serial, '2023-10-08T02:00:00.000Z')).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
    expect(await decide('overrule', one, '2023-10-09T02:00:00.000Z')).toMatchObject({ held: true });
    await expect(world.byTime('register', serial, '2023-10-09T03:00:00.000Z')).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
    expect(await decide('overrule', other, '2023-10-10T02:00:00.000Z')).not.toHaveProperty('held');

    await world.byTime('register', serial, '2023-10-10T02:00:00.000Z');
    const { registrationNumber } = await world.row(serial);
    expect(await world.database.manager.findOneBy(RegisterEntry, { number: registrationNumber ?? '' })).not.toBeNull();
    expect((await world.story(serial)).slice(-5)).toEqual(['hold', 'hold', 'overrule', 'overrule', 'register']);
  });

  it('accepted in the moment in which publicity ends, before the registration is recorded: held', async () => {
    const serial = await inPublicity();
    const receipt = await received(serial);

    const [held, registered] = await Promise.allSettled([decide('hold', receipt, endsAt), world.byTime('register', serial, endsAt)]);

    expect(held.status).toBe('fulfilled');
    // Either the end comes first and holds it itself, or it finds it held and is refused until something happens.
    expect(['fulfilled', 'NOT_YET_DUE']).toContain(
      registered.status === 'rejected' && registered.reason instanceof DomainError ? registered.reason.code : registered.status,
    );
    expect(await world.row(serial)).toMatchObject({ state: 'in-publicity', registrationNumber: null });
    expect((await world.row(serial)).heldAt).not.toBeNull();
    expect(await stateOf(receipt)).toBe('accepted');
  });

  it('the end recorded first, with an objection in time unanswered: held by time; declined, it registers [P33]', async () => {
    const serial = await inPublicity();
    const receipt = await received(serial);

    await world.byTime('register', serial, endsAt);
    expect(await world.story(serial)).toContain('hold');
    expect(await world.row(serial)).toMatchObject({ state: 'in-publicity', heldAt: endsAt });
    await decide('declineObjection', receipt, '2023-10-09T02:00:00.000Z');

    await world.byTime('register', serial, '2023-10-09T02:00:00.000Z');
    expect(await world.row(serial)).toMatchObject({ state: 'registered' });
  });

  it('upheld it ends unregistered, leaves the public list, and what else was open is moot [P33]', async () => {
    const serial = await inPublicity();
    const [one, other] = [await received(serial), await received(serial)];
    await decide('hold', one, '2023-09-05T02:00:00.000Z');

    expect(await decide('uphold', one, '2023-09-07T02:00:00.000Z')).toMatchObject({ state: 'rejected', dueAt: null });

    expect([await stateOf(one), await stateOf(other)]).toEqual(['upheld', 'moot']);
    const { leftAt } = await world.database.manager.findOneByOrFail(PublicityEntry, { serial });
    expect(leftAt).toBe('2023-09-07T02:00:00.000Z');
    expect(await world.database.manager.findOneByOrFail(Objection, { receipt: one })).toMatchObject({ disposeOn: '2028-09-07' });
    await expect(decide('hold', other, '2023-09-08T02:00:00.000Z')).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });
  });

  it('late, it escalates to the registrar’s own superior, and only while it is held [P31]', async () => {
    const serial = await inPublicity();
    const receipt = await received(serial);
    await expect(world.byTime('escalate', serial, endsAt)).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
    const { dueAt } = await decide('hold', receipt, '2023-09-05T02:00:00.000Z');

    const [fact] = await world.byTime('escalate', serial, dueAt ?? '');

    expect(fact).toMatchObject({ act: 'escalate', state: 'in-publicity', held: true, dueAt: null });
    const entries = await world.ledger.entriesAfter(`submission/${serial}`, (fact?.number ?? 1) - 1);
    expect(entries[0]?.detail).toMatchObject({ informedOrganisationId: 'org-department' });
  });

  it('is answered by the department alone, once, never by its own completer, and with a reason where it ends [P30]', async () => {
    const serial = await inPublicity();
    const receipt = await received(serial);

    await expect(decide('hold', receipt, '2023-09-05T02:00:00.000Z', at('org-province'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const own: Caller = { ...at('unit-a', 'submitter'), position: registrar.position };
    await expect(decide('hold', receipt, '2023-09-05T02:00:00.000Z', own)).rejects.toMatchObject({ code: 'OWN_SUBMISSION' });
    await expect(
      world.clock.at('2023-09-05T02:00:00.000Z', () => deciding.decide(registrar, 'without-reason', 'declineObjection', receipt, {})),
    ).rejects.toMatchObject({ code: 'REASON_MISSING' });
    await decide('hold', receipt, '2023-09-05T02:00:00.000Z');
    await expect(decide('hold', receipt, '2023-09-06T02:00:00.000Z')).rejects.toMatchObject({ code: 'OBJECTION_DECIDED' });
    await expect(decide('declineObjection', receipt, '2023-09-06T02:00:00.000Z')).rejects.toMatchObject({ code: 'OBJECTION_DECIDED' });
  });
});
