import type { Caller } from '@dengke/contract';
import { uuidv7 } from 'uuidv7';
import { at, DeskWorld, submitter, unitAdmin } from '../../testing/a-desk-world';
import { DraftChange } from '../drafts/draft-change.entity';
import { Draft } from '../drafts/draft.entity';
import { EvidenceFile } from '../evidence/evidence.entity';
import { SubmissionVersion } from './submission-version.entity';

const monday = '2023-08-07T02:00:00.000Z';

/** The same person, acting from a position at another organisation. */
const alsoAt = (person: Caller, place: Parameters<typeof at>[0]): Caller => ({ ...at(place, 'second'), personId: person.personId });

describe('separation of duties', () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  const resubmit = (me: Caller, serial: string) =>
    world.clock.at(monday, () =>
      world.acts.byPerson(me, `again-${me.personId}-${serial}`, serial, 'resubmit', {}, ({ submission }) => ({
        wait: { for: 'desk', position: submission.returnedFrom ?? 0, round: submission.round + 1, since: monday },
      })),
    );

  it('who submitted it again does not release it, nor review it from a second position [P30]', async () => {
    const colleague = at('unit-a', 'colleague', 'unitAdmin');
    const atUnit = await world.submitted(monday);
    await world.act(unitAdmin, atUnit, 'return', monday);
    await resubmit(colleague, atUnit);
    await expect(world.act(colleague, atUnit, 'release', monday)).rejects.toMatchObject({ code: 'SAME_PERSON_RELEASE' });

    const atCity = await world.reaches('org-city', monday);
    await world.act(at('org-city'), atCity, 'return', monday);
    await resubmit(colleague, atCity);
    await expect(world.act(alsoAt(colleague, 'org-city'), atCity, 'recommend', monday)).rejects.toMatchObject({ code: 'OWN_SUBMISSION' });
    expect(await world.act(at('org-city'), atCity, 'recommend', monday)).toMatchObject({ stage: 'organiser' });
  });

  it('who has judged it does not submit it again from a second position [P30]', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.act(at('org-city'), serial, 'return', monday);
    await expect(resubmit(alsoAt(at('org-city'), 'unit-a'), serial)).rejects.toMatchObject({ code: 'OWN_SUBMISSION' });
    expect(await resubmit(at('unit-a', 'colleague', 'completer'), serial)).toMatchObject({ stage: 'municipal' });
  });

  it('who wrote the form does not review it from a second position, but may release it for the unit [P30]', async () => {
    const writer = at('unit-a', 'writer', 'unitAdmin');
    const draftId = uuidv7();
    await world.database.manager.insert(Draft, {
      id: draftId,
      unitId: 'unit-a',
      ownerId: writer.personId,
      form: {},
      version: 1,
      createdAt: monday,
      changedAt: monday,
    });
    const serial = await world.submitted(monday, { draftId });
    await world.act(writer, serial, 'release', monday);
    const twice = await world.submitted(monday, { draftId });
    await world.act(unitAdmin, twice, 'release', monday);

    await expect(world.act(alsoAt(writer, 'org-city'), twice, 'recommend', monday)).rejects.toMatchObject({ code: 'OWN_SUBMISSION' });
  });

  it.each(['a field of it', 'a piece of its evidence'])(
    'who has written %s does not review it, whoever owns the draft [P30]',
    async (what) => {
      const { manager } = world.database;
      const writer = at('unit-a', 'second writer', 'completer');
      const draftId = uuidv7();
      const owned = {
        id: draftId,
        unitId: 'unit-a',
        ownerId: submitter.personId,
        form: {},
        version: 2,
        createdAt: monday,
        changedAt: monday,
      };
      await manager.insert(Draft, owned);
      if (what === 'a field of it') {
        await manager.insert(DraftChange, {
          draftId,
          version: 2,
          field: 'summary',
          former: {},
          changedBy: writer.personId,
          changedAt: monday,
        });
      } else {
        const file = { fileName: '一.pdf', mediaType: 'application/pdf', bytes: 1, sha256: ''.padEnd(64, '0') };
        const piece = { id: uuidv7(), draftId, kind: 'standard' as const, number: '1', issuedOn: '2023-05-16', ...file };
        await manager.insert(EvidenceFile, { ...piece, addedBy: writer.personId, addedAt: monday, scannedAt: null, removedAt: null });
      }
      const serial = await world.reaches('org-city', monday, { draftId });

      for (const act of ['recommend', 'return', 'reject'] as const) {
        await expect(world.act(alsoAt(writer, 'org-city'), serial, act, monday)).rejects.toMatchObject({ code: 'OWN_SUBMISSION' });
      }
      expect(await world.act(at('org-city'), serial, 'recommend', monday)).toMatchObject({ stage: 'organiser' });
    },
  );

  it('who stands among the completers of the submitted version does not review it, whoever wrote or submitted it [P30]', async () => {
    const completer = at('unit-a', 'completer', 'completer');
    const serial = await world.reaches('org-city', monday);
    const names = [
      { name: '甲', contribution: '设计' },
      { name: '乙', contribution: '试验', personId: completer.personId },
    ];
    await world.database.manager.update(SubmissionVersion, { serial }, { form: { completers: names } });

    for (const act of ['recommend', 'return', 'reject'] as const) {
      await expect(world.act(alsoAt(completer, 'org-city'), serial, act, monday)).rejects.toMatchObject({ code: 'OWN_SUBMISSION' });
    }
    expect(await world.act(at('org-city'), serial, 'recommend', monday)).toMatchObject({ stage: 'organiser' });
  });

  it('who approved it does not acknowledge it, though the ministry has sent the report back in between [P30 P37]', async () => {
    const serial = await world.reaches('org-ministry', monday);
    await world.act(at('org-ministry'), serial, 'returnReport', monday);
    await expect(world.act(alsoAt(at('org-ministry'), 'org-department'), serial, 'reportAgain', monday)).rejects.toMatchObject({
      code: 'SECOND_STAGE',
    });
    await world.act(at('org-department', 'colleague'), serial, 'reportAgain', monday);

    await expect(world.act(alsoAt(at('org-department'), 'org-ministry'), serial, 'acknowledge', monday)).rejects.toMatchObject({
      code: 'SECOND_STAGE',
    });
    expect(await world.act(at('org-ministry'), serial, 'acknowledge', monday)).toMatchObject({ state: 'reported' });
  });

  it('nobody consents from a second position to the withdrawal of his own [P25 P30]', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.act(at('org-city'), serial, 'open', monday);
    await world.act(submitter, serial, 'askWithdrawal', monday);
    await expect(world.act(alsoAt(submitter, 'org-city'), serial, 'consentWithdrawal', monday)).rejects.toMatchObject({
      code: 'OWN_SUBMISSION',
    });
  });
});
