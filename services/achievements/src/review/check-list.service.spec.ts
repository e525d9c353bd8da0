import { allOk, at, butNot, DeskWorld, outOfScope, submitter, unitAdmin } from '../../testing/a-desk-world';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { SubmissionsService } from '../submissions/submissions.service';
import { CheckListService } from './check-list.service';

const monday = '2023-08-07T02:00:00.000Z';

describe('the check list of the desk that holds it', () => {
  let world: DeskWorld;
  let checkList: CheckListService;
  beforeAll(async () => {
    world = await DeskWorld.begin();
    checkList = new CheckListService(world.database, world.ledger, new SubmissionsService(world.database));
  });
  afterAll(() => world.end());

  it('has what earlier desks and rounds answered, each with its desk, its words and its place [P24]', async () => {
    const serial = await world.reaches('org-province', monday);
    const findings = outOfScope.map((finding) => (finding.answer === 'not' ? { ...finding, field: 'summary' } : finding));
    const items = [{ field: 'summary', remark: '请说明' }];
    await world.act(at('org-province'), serial, 'return', monday, { reason: '请说明范围', items, findings });
    await world.clock.at(monday, () =>
      world.acts.byPerson(submitter, 'again', serial, 'resubmit', {}, ({ submission }) => ({
        wait: { for: 'desk', position: submission.returnedFrom ?? 0, round: submission.round + 1, since: monday },
      })),
    );

    const list = await checkList.of(at('org-province'), serial);
    expect(list).toMatchObject({ stage: 'organiser', round: 2, compulsory: true });
    expect(list.items.find(({ id }) => id === 'inScope')?.earlier).toEqual([
      { stage: 'municipal', round: 1, at: monday, answer: 'ok', remark: null, field: null },
      { stage: 'organiser', round: 1, at: monday, answer: 'not', remark: '不属于登记范围', field: 'summary' },
    ]);
  });

  it('asks for the licence where the version has an odd check character, and the desk goes on only with it [P44]', async () => {
    const serial = await world.reaches('org-city', monday);
    const form = { units: [{ name: '某单位', uscc: '91350211M0000XUF46' }] } as never;
    await world.database.manager.update(SubmissionVersion, { serial }, { form });

    expect((await checkList.of(at('org-city'), serial)).items.map(({ id }) => id)).toEqual(expect.arrayContaining(['licenceCompared']));
    await expect(world.act(at('org-city'), serial, 'recommend', monday, { findings: allOk })).rejects.toMatchObject({
      code: 'CHECK_INCOMPLETE',
      details: { open: ['licenceCompared'] },
    });
    const findings = [...butNot('nothing'), { item: 'licenceCompared', answer: 'ok' as const }];
    expect(await world.act(at('org-city'), serial, 'recommend', monday, { findings })).toMatchObject({ stage: 'organiser' });
  });

  it('is not compulsory for the unit’s release, and not there for a desk that it has not reached', async () => {
    const serial = await world.submitted(monday);
    expect(await checkList.of(unitAdmin, serial)).toMatchObject({ stage: 'unit', compulsory: false });
    await expect(checkList.of(at('org-city'), serial)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
