import type { Caller } from '@dengke/contract';
import { inTransaction } from '@dengke/service-kit';
import { at, DeskWorld, submitter, unitAdmin } from '../../testing/a-desk-world';

const monday = '2023-08-07T02:00:00.000Z';

/** The same person, from another of their positions. */
const from = (caller: Caller, person: Caller): Caller => ({ ...caller, personId: person.personId });
/** Somebody who stands in at a desk for the one whose it is. */
const deputy = (caller: Caller, personId: string, deputyFor: string): Caller => ({
  ...caller,
  personId,
  position: { ...caller.position, id: `${caller.position.id}-deputy`, deputyFor },
});

describe('second positions, deputies and colleagues', () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  const resubmit = (me: Caller, serial: string) =>
    world.clock.at(monday, () =>
      world.acts.byPerson(me, `resubmit-${serial}`, serial, 'resubmit', {}, ({ submission }) => ({
        wait: { for: 'desk', position: submission.returnedFrom ?? 0, round: submission.round + 1, since: monday },
      })),
    );
  const handOver = (serial: string, toPersonId: string, by = unitAdmin) =>
    world.act(by, serial, 'handOver', monday, { toPersonId, reason: '原完成人离职' });

  it('lets nobody decide two stages, not from a second position either [P30]', async () => {
    const serial = await world.reaches('org-province', monday);
    await expect(world.act(from(at('org-province'), at('org-city')), serial, 'recommend', monday)).rejects.toMatchObject({
      code: 'SECOND_STAGE',
    });
    expect(await world.act(at('org-province'), serial, 'recommend', monday)).toMatchObject({ stage: 'department' });
  });

  it('lets nobody decide two stages, not as somebody’s deputy at the second [P30]', async () => {
    const serial = await world.reaches('org-province', monday);
    const standsIn = deputy(at('org-province'), at('org-city').personId, 'org-province-absent');
    await expect(world.act(standsIn, serial, 'recommend', monday)).rejects.toMatchObject({ code: 'SECOND_STAGE' });
  });

  it('lets nobody decide the second stage himself when a deputy decided the first for him, and the other way round [P30]', async () => {
    const [boss, colleague] = ['org-province-boss', 'org-city-colleague'];
    const first = await world.reaches('org-city', monday);
    await world.act(deputy(at('org-city'), colleague, boss), first, 'recommend', monday);
    await expect(world.act({ ...at('org-province'), personId: boss }, first, 'recommend', monday)).rejects.toMatchObject({
      code: 'SECOND_STAGE',
    });

    const second = await world.reaches('org-city', monday);
    await world.act({ ...at('org-city'), personId: boss }, second, 'recommend', monday);
    await expect(world.act(deputy(at('org-province'), colleague, boss), second, 'recommend', monday)).rejects.toMatchObject({
      code: 'SECOND_STAGE',
    });
    expect(await world.act(deputy(at('org-province'), colleague, 'org-province-absent'), second, 'recommend', monday)).toMatchObject({
      stage: 'department',
    });
  });

  it('lets nobody review an achievement of his own, as a deputy or by one who stands in for him [P30]', async () => {
    const serial = await world.reaches('org-city', monday);
    const refused = { code: 'OWN_SUBMISSION' };
    await expect(
      world.act(deputy(at('org-city'), submitter.personId, 'org-city-absent'), serial, 'recommend', monday),
    ).rejects.toMatchObject(refused);
    await expect(world.act(deputy(at('org-city'), 'org-city-two', submitter.personId), serial, 'recommend', monday)).rejects.toMatchObject(
      refused,
    );
    expect(await world.act(deputy(at('org-city'), 'org-city-two', 'org-city-absent'), serial, 'recommend', monday)).toMatchObject({
      stage: 'organiser',
    });
  });

  it('remembers for whom a deputy approved it, also when the stage was decided anew [P30 P37]', async () => {
    const boss = 'org-department-boss';
    const serial = await world.reaches('org-department', monday);
    await world.act(deputy(at('org-department'), 'org-department-colleague', boss), serial, 'approve', monday);
    await world.byTime('reportUp', serial, monday);
    await world.act(at('org-ministry'), serial, 'returnReport', monday);
    await world.act(at('org-department', 'another'), serial, 'reportAgain', monday);

    await expect(world.act({ ...at('org-ministry'), personId: boss }, serial, 'acknowledge', monday)).rejects.toMatchObject({
      code: 'SECOND_STAGE',
    });
  });

  it('remembers who wrote the form before the draft was handed over [P30]', async () => {
    const serial = await world.reaches('org-city', monday);
    const { draftId } = await world.row(serial);
    const handedOver = { kind: 'handOver', actId: 'x', at: monday, by: unitAdmin.personId, organisationId: 'unit-a', relay: false };
    const detail = { fromPersonId: 'writer', toPersonId: submitter.personId };
    await inTransaction(world.database, (manager) => world.ledger.record(manager, `draft/${draftId}`, { ...handedOver, detail }));
    await expect(world.act({ ...at('org-city'), personId: 'writer' }, serial, 'recommend', monday)).rejects.toMatchObject({
      code: 'OWN_SUBMISSION',
    });
  });

  it('hands what one who has left submitted to a colleague, who then has his time and does not review it [P30]', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.act(at('org-city'), serial, 'return', monday);
    const { dueAt } = await world.row(serial);
    await handOver(serial, 'unit-a-colleague');

    expect(await world.row(serial)).toMatchObject({ submitterId: 'unit-a-colleague', dueAt });
    const [deadline] = await world.database.query<{ personId: string }[]>(
      "SELECT personId FROM deadline WHERE serial = ? AND state = 'open'",
      [serial],
    );
    expect(deadline?.personId).toBe('unit-a-colleague');
    expect((await world.ledger.timeline(`submission/${serial}`)).at(-1)).toMatchObject({
      kind: 'handOver',
      by: unitAdmin.personId,
      detail: { fromPersonId: submitter.personId, toPersonId: 'unit-a-colleague' },
      text: { reason: '原完成人离职' },
    });
    expect(await resubmit({ ...submitter, personId: 'unit-a-colleague' }, serial)).toMatchObject({ stage: 'municipal', round: 2 });
    for (const personId of ['unit-a-colleague', submitter.personId]) {
      await expect(world.act({ ...at('org-city'), personId }, serial, 'recommend', monday)).rejects.toMatchObject({
        code: 'OWN_SUBMISSION',
      });
    }
  });

  it('hands nothing to the colleague who released an earlier round, and lets him not resubmit it either [P30]', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.act(at('org-city'), serial, 'return', monday);
    await expect(handOver(serial, unitAdmin.personId)).rejects.toMatchObject({ code: 'SAME_PERSON_RELEASE' });
    await expect(resubmit(unitAdmin, serial)).rejects.toMatchObject({ code: 'SAME_PERSON_RELEASE' });
    expect((await world.row(serial)).submitterId).toBe(submitter.personId);
  });

  it('hands over only within the unit, with a reason, and records a repeated hand-over once', async () => {
    const serial = await world.reaches('org-city', monday);
    await expect(handOver(serial, 'unit-a-colleague', at('org-city'))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(world.act(unitAdmin, serial, 'handOver', monday, { toPersonId: 'unit-a-colleague' })).rejects.toMatchObject({
      code: 'REASON_MISSING',
    });
    await handOver(serial, 'unit-a-colleague');
    await handOver(serial, 'unit-a-colleague');
    expect(await world.story(serial)).toEqual(['submit', 'release', 'handOver']);
  });
});
