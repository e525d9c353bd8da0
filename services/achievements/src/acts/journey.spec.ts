import { allOk, at, butNot, DeskWorld, outOfScope, submitter, unitAdmin } from '../../testing/a-desk-world';
import { Deadline } from '../deadlines/deadline.entity';

const monday = '2023-08-07T02:00:00.000Z';

describe('a submission before the judge', () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  it('goes desk by desk along its route to the ministry [P1 S28 S30 S31 S32 S33 S34 S66 S67]', async () => {
    const serial = await world.reaches('org-ministry', monday);
    const progress = await world.act(at('org-ministry'), serial, 'acknowledge', monday);

    expect(progress).toMatchObject({ state: 'reported', stage: null, deskId: null, dueAt: null });
    expect(await world.story(serial)).toEqual(['submit', 'release', 'recommend', 'recommend', 'approve', 'reportUp', 'acknowledge']);
  });

  it('gets number, day and state in the transaction of the approval [P34]', async () => {
    const serial = await world.reaches('org-department', monday);
    const before = await world.row(serial);
    await world.act(at('org-department'), serial, 'approve', '2023-08-07T17:00:00.000Z');

    expect(before).toMatchObject({ registrationNumber: null, approvedOn: null });
    const { registrationNumber, approvedOn, state } = await world.row(serial);
    expect(registrationNumber).toMatch(/^999(19|20)[0-9]{2}Y[0-9]{4}$/);
    expect({ approvedOn, state }).toEqual({ approvedOn: '2023-08-08', state: 'registered' });
  });

  it('gives each number once, also to many approvals at once [P34]', async () => {
    const serials = await Promise.all(Array.from({ length: 12 }, () => world.reaches('org-department', monday)));
    await Promise.all(serials.map((serial) => world.act(at('org-department'), serial, 'approve', monday)));

    const numbers = await Promise.all(serials.map(async (serial) => (await world.row(serial)).registrationNumber));
    expect(new Set(numbers).size).toBe(12);
  });

  it('comes back to the completer with what to mend, and resumes at the desk that returned it [P25 P26]', async () => {
    const serial = await world.reaches('org-province', monday);
    const returned = await world.act(at('org-province'), serial, 'return', monday);
    expect(returned).toMatchObject({ state: 'returned', stage: null, deskId: null });

    const resumed = await world.clock.at(monday, () =>
      world.acts.byPerson(submitter, 'resubmit-1', serial, 'resubmit', {}, ({ submission }) => ({
        wait: { for: 'desk', position: submission.returnedFrom ?? 0, round: submission.round + 1, since: monday },
      })),
    );
    expect(resumed).toMatchObject({ state: 'in-review', stage: 'organiser', deskId: 'org-province', round: 2 });
  });

  it('is returned or refused only with a reason, and returned only with the items to mend [P25]', async () => {
    const serial = await world.reaches('org-city', monday);
    await expect(world.act(at('org-city'), serial, 'return', monday, { reason: '附件不清' })).rejects.toMatchObject({
      code: 'REASON_MISSING',
    });
    await expect(world.act(at('org-city'), serial, 'reject', monday, {})).rejects.toMatchObject({ code: 'REASON_MISSING' });
    expect(await world.act(at('org-city'), serial, 'reject', monday)).toMatchObject({ state: 'rejected' });
  });

  it('is refused by a reviewing desk only with all three points judged and the failed one named, by its unit with the reason alone [P24]', async () => {
    const reason = '不属于登记范围';
    const serial = await world.reaches('org-city', monday);
    const unremarked = butNot('nameAsEvidence');
    for (const input of [{ reason }, { reason, findings: allOk }, { reason, findings: unremarked }]) {
      await expect(world.act(at('org-city'), serial, 'reject', monday, input)).rejects.toMatchObject({ code: 'CHECK_INCOMPLETE' });
    }
    expect(await world.act(at('org-city'), serial, 'reject', monday, { reason, findings: outOfScope })).toMatchObject({
      state: 'rejected',
    });
    const atUnit = await world.submitted(monday);
    expect(await world.act(unitAdmin, atUnit, 'reject', monday, { reason })).toMatchObject({ state: 'rejected' });
  });

  it('is returned without a check, which this desk makes before it goes on; with one that fails, or not at all [P24 P25]', async () => {
    const toMend = { reason: '附件不清', items: [{ field: 'evidence', remark: '请重新扫描' }] };
    const serial = await world.reaches('org-city', monday);
    await expect(world.act(at('org-city'), serial, 'return', monday, { ...toMend, findings: allOk })).rejects.toMatchObject({
      code: 'CHECK_INCOMPLETE',
    });
    const withCheck = { ...toMend, findings: outOfScope };
    expect(await world.act(at('org-city'), serial, 'return', monday, withCheck)).toMatchObject({ state: 'returned' });
    const without = await world.reaches('org-city', monday);
    expect(await world.act(at('org-city'), without, 'return', monday, toMend)).toMatchObject({ state: 'returned' });
  });

  it.each([
    ['acknowledge', 'org-ministry', 'met'],
    ['reject', 'org-city', 'met'],
    ['withdraw', 'unit-a', 'ended'],
  ] as const)('after %s the deadline of %s is %s', async (act, place, state) => {
    const serial = await world.reaches(place, monday);
    await world.act(act === 'withdraw' ? submitter : at(place), serial, act, monday);

    const last = (await world.database.manager.find(Deadline, { where: { serial }, order: { id: 'ASC' } })).at(-1);
    expect(last).toMatchObject({ state, endedAt: monday });
  });

  it('takes no words that say nothing for a reason, a remark or a finding [P24 P25]', async () => {
    const serial = await world.reaches('org-city', monday);
    const blank = ' \u3000\u200b\n';
    await expect(world.act(at('org-city'), serial, 'reject', monday, { reason: blank })).rejects.toMatchObject({ code: 'REASON_MISSING' });
    await expect(
      world.act(at('org-city'), serial, 'return', monday, { reason: '附件不清', items: [{ field: 'evidence', remark: blank }] }),
    ).rejects.toMatchObject({ code: 'REASON_MISSING', details: { field: 'items' } });
    const failed = butNot('nameAsEvidence', blank);
    await expect(world.act(at('org-city'), serial, 'recommend', monday, { findings: failed })).rejects.toMatchObject({
      code: 'CHECK_INCOMPLETE',
      details: { open: ['nameAsEvidence'] },
    });
  });

  it('passes a reviewing desk only with every item under truth, completeness and conformity answered [P24 S30 S64]', async () => {
    const serial = await world.reaches('org-city', monday);
    const recommend = (input: object) => world.act(at('org-city'), serial, 'recommend', monday, input);
    const refused = (details: object) => ({ code: 'CHECK_INCOMPLETE', details });

    await expect(recommend({})).rejects.toMatchObject(refused({ open: allOk.map(({ item }) => item) }));
    await expect(recommend({ findings: allOk.slice(1) })).rejects.toMatchObject(refused({ open: [allOk[0]?.item] }));
    await expect(recommend({ findings: [...allOk, { item: 'evidenceBasic', answer: 'ok' }] })).rejects.toMatchObject(
      refused({ unknown: ['evidenceBasic'] }),
    );
    await expect(recommend({ findings: butNot('inYear', '未盖章') })).rejects.toMatchObject(refused({ failed: ['conformity'] }));
    expect(await recommend({ findings: allOk })).toMatchObject({ stage: 'organiser' });
  });

  it('keeps each answer with its place, and what they come to under the three points; a place must be in the version judged [P24]', async () => {
    const serial = await world.reaches('org-city', monday);
    const reject = (field: string) => {
      const findings = outOfScope.map((finding) => (finding.answer === 'not' ? { ...finding, field } : finding));
      return world.act(at('org-city'), serial, 'reject', monday, { reason: '不属于登记范围', findings });
    };
    await expect(reject('units.3.name')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await reject('summary');
    expect((await world.ledger.timeline(`submission/${serial}`)).at(-1)?.text).toMatchObject({
      check: { truth: { passed: true }, completeness: { passed: true }, conformity: { passed: false, remark: '不属于登记范围' } },
      findings: expect.arrayContaining([{ item: 'inScope', answer: 'not', remark: '不属于登记范围', field: 'summary' }]) as unknown,
    });
  });

  it('is withdrawn freely until the desk has opened it, afterwards with its consent [P25]', async () => {
    const free = await world.reaches('org-city', monday);
    expect(await world.act(submitter, free, 'withdraw', monday)).toMatchObject({ state: 'withdrawn' });

    const opened = await world.reaches('org-city', monday);
    await world.act(at('org-city'), opened, 'open', monday);
    await expect(world.act(submitter, opened, 'withdraw', monday)).rejects.toMatchObject({ code: 'ALREADY_OPENED' });
    await expect(world.act(at('org-city'), opened, 'consentWithdrawal', monday)).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });
    await world.act(submitter, opened, 'askWithdrawal', monday);
    expect(await world.act(at('org-city'), opened, 'consentWithdrawal', monday)).toMatchObject({ state: 'withdrawn' });
  });

  it('goes on after a ministry return with number and approval as they are [P37]', async () => {
    const serial = await world.reaches('org-ministry', monday);
    const { registrationNumber } = await world.row(serial);
    await world.act(at('org-ministry'), serial, 'returnReport', monday);
    await world.act(at('org-department'), serial, 'reportAgain', monday);
    const reported = await world.act(at('org-ministry'), serial, 'acknowledge', monday);

    expect(reported).toMatchObject({ state: 'reported', registrationNumber });
  });

  it('waits at the department for the paper, handed in and received desk by desk; recommendations do not wait [P28 S29 S31 S32 S63 S65]', async () => {
    const serial = await world.reaches('org-department', monday, { paperRequired: true });
    const approve = () => world.act(at('org-department'), serial, 'approve', monday);
    await expect(approve()).rejects.toMatchObject({ code: 'PAPER_NOT_RECEIVED' });
    await expect(world.act(at('org-city'), serial, 'receivePaper', monday)).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });

    for (const [from, to] of [
      [submitter, at('org-city')],
      [at('org-city'), at('org-province')],
      [at('org-province'), at('org-department')],
    ] as const) {
      await world.act(from, serial, 'handInPaper', monday);
      await world.act(to, serial, 'receivePaper', monday);
    }
    const handedIn = (await world.ledger.entriesAfter(`submission/${serial}`, 0)).filter(({ kind }) => kind === 'handInPaper');
    expect(handedIn.map(({ detail }) => detail['paperDeskId'])).toEqual(['org-city', 'org-province', 'org-department']);
    expect(await approve()).toMatchObject({ state: 'registered' });
  });

  it('is released in the unit’s name by another person than the submitter, except in a unit of one [P30]', async () => {
    const shared = await world.submitted(monday, { submitterId: unitAdmin.personId });
    await expect(world.act(unitAdmin, shared, 'release', monday)).rejects.toMatchObject({ code: 'SAME_PERSON_RELEASE' });

    const alone = await world.submitted(monday, { submitterId: unitAdmin.personId, unitOfOne: true });
    expect(await world.act(unitAdmin, alone, 'release', monday)).toMatchObject({ stage: 'municipal' });
  });

  it('does not exist for those outside its part of the graphs, nor for a county [P3]', async () => {
    const serial = await world.reaches('org-city', monday);
    await expect(world.act(at('org-elsewhere'), serial, 'open', monday)).rejects.toMatchObject({ code: 'NOT_FOUND', details: undefined });
    await expect(world.act(at('org-city'), '2023-999999', 'open', monday)).rejects.toMatchObject({ code: 'NOT_FOUND', details: undefined });
  });
});
