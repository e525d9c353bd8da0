import { shanghaiDateOf } from '@dengke/calendar';
import type { Caller, Progress } from '@dengke/contract';
import { aCaller } from '@dengke/test-kit';
import { aKey, aRegistration, colleague, completer, examiner, isReported, registrar, withDocument } from '../../testing/a-registration';
import type { Registration } from '../../testing/a-registration';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import { ActsService } from '../acts/acts.service';
import { Submission } from '../acts/submission.entity';
import { Certificate } from '../certificates/certificate.entity';
import type { VerificationDto } from '../certificates/certificates.dto';
import { CorrectionActsService } from '../corrections/correction-acts.service';
import type { CorrectionProgress } from '../corrections/correction-facts';
import { Deadline } from '../deadlines/deadline.entity';
import type { RegisterEntryDto, RegisterPageDto } from '../register/register.dto';
import { seedAchievements } from '../seed';
import type { CancellationView } from './cancellations.dto';

const monday = '2023-08-14T02:00:00.000Z';
const fields = { ground: 'plagiarism', reason: '经查实，主要内容抄袭他人成果' };

describe('the cancellation of a registration', () => {
  let world: ServiceWorld;
  let names = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
  });
  afterAll(() => world.end());

  const registration = (name = `待注销成果之${(names += 1)}`): Promise<Registration> => aRegistration(world, name, monday);
  const cancel = (serial: string, me: Caller = registrar, given: Record<string, unknown> = fields, key = aKey()) =>
    world.upload<Progress & { code?: string }>(me, `/submissions/${serial}/cancel`, withDocument(given), key);
  const rowOf = (serial: string) => world.database.manager.findOneByOrFail(Submission, { serial });

  it('is the department’s, on a ground with reason and document; it ends registration and certificate [P36]', async () => {
    const { serial, number } = await registration();
    const { status, body } = await cancel(serial);

    expect({ status, body }).toMatchObject({
      status: 200,
      body: { state: 'cancelled', stage: null, dueAt: null, registrationNumber: number },
    });
    expect((await world.as(completer).get<CancellationView>(`/submissions/${serial}/cancellation`)).body).toMatchObject({
      ...{ serial, registrationNumber: number, ground: 'plagiarism' },
      document: { fileName: '说明.pdf' },
    });
    expect((await world.download(completer, `/submissions/${serial}/cancellation/document`)).status).toBe(200);
    const { body: verified } = await world.anonymous.get<VerificationDto>(`/certificates/${number}/verification`);
    expect(verified).toMatchObject({ outcome: 'cancelled', cancelledOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string });
    const { body: timeline } = await world.as(completer).get<{ text: unknown }[]>(`/submissions/${serial}/timeline`);
    expect(timeline.at(-1)).toMatchObject({ act: 'cancel', by: registrar.personId, text: { reason: fields.reason } });
  });

  it('marks the entry of the public register with the day; it is found as before and does not go away [P36]', async () => {
    const { serial, number } = await registration('注销后仍可查的成果');
    await cancel(serial);
    const { cancelledAt } = (await world.as(completer).get<CancellationView>(`/submissions/${serial}/cancellation`)).body;
    const cancelledOn = shanghaiDateOf(cancelledAt);

    expect((await world.anonymous.get<RegisterEntryDto>(`/register/${number}`)).body).toMatchObject({ cancelledOn });
    const { items } = (await world.anonymous.get<RegisterPageDto>('/register?name=注销后仍可查')).body;
    expect(items).toMatchObject([{ number, cancelledOn }]);
    const again = await registration('注销后仍可查的成果');
    const both = (await world.anonymous.get<RegisterPageDto>('/register?name=注销后仍可查')).body.items;
    expect(both.map((entry) => [entry.number, entry.cancelledOn])).toEqual([
      [again.number, null],
      [number, cancelledOn],
    ]);
  });

  it('lets the achievement be registered anew, under another number: the old one is never given again [P19 P34]', async () => {
    const first = await registration('可重新登记的成果');
    await cancel(first.serial);
    const second = await registration('可重新登记的成果');

    expect(second.number).not.toBe(first.number);
    expect((await rowOf(second.serial)).fingerprint).toBe((await rowOf(first.serial)).fingerprint);
    expect((await rowOf(first.serial)).registrationNumber).toBe(first.number);
  });

  it('comes also while it is at the ministry, whose wait ends, and after the ministry has taken it in [P36]', async () => {
    const atMinistry = await registration();
    const acts = world.app.get(ActsService, { strict: false });
    await acts.byWorkflow('reportUp', { serial: atMinistry.serial, after: (await rowOf(atMinistry.serial)).lastFact, at: monday });
    const reported = await registration();
    await isReported(world, reported.serial, monday);

    for (const { serial } of [atMinistry, reported]) {
      expect((await cancel(serial)).body).toMatchObject({ state: 'cancelled', deskId: null });
      expect(await world.database.manager.countBy(Deadline, { serial, state: 'open' })).toBe(0);
    }
  });

  it('ends a correction that waits: nothing is left to be corrected [P36]', async () => {
    const { serial } = await registration();
    const parts = withDocument({ reason: '改名', changes: { name: '来不及更正' } });
    const { body } = await world.upload<CorrectionProgress>(completer, `/submissions/${serial}/corrections`, parts, aKey());
    await cancel(serial);

    const facts = await world.app.get(CorrectionActsService, { strict: false }).factsAfter(body.id, 0);
    expect(facts.map(({ act, state }) => `${act} → ${state}`)).toEqual(['ask → asked', 'lapse → lapsed']);
    expect((await world.upload(completer, `/submissions/${serial}/corrections`, parts, aKey())).body.code).toBe('ACT_NOT_PERMITTED');
  });

  it('is done once: a repeated request is answered as the first, another one refused', async () => {
    const { serial } = await registration();
    const key = aKey();
    const first = await cancel(serial, registrar, fields, key);

    expect((await cancel(serial, registrar, fields, key)).body).toEqual(first.body);
    expect((await cancel(serial, registrar, { ...fields, ground: 'fraud' }, key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await cancel(serial)).body.code).toBe('ACT_NOT_PERMITTED');
  });

  it('is not for whoever has approved it, nor for one whose own it is, nor for anybody below [P30 P36]', async () => {
    const { serial } = await registration();
    const own: Caller = { ...registrar, personId: completer.personId };
    const deputy: Caller = { ...registrar, personId: 'deputy', position: { ...registrar.position, deputyFor: examiner.personId } };
    const organiser = aCaller({ organisationId: 'org-sx-energy', organisationKind: 'organiser', role: 'superAdmin' }, 'organiser-admin');
    const otherDepartment: Caller = { ...registrar, position: { ...registrar.position, organisationId: 'org-other' } };

    expect((await cancel(serial, examiner)).body.code).toBe('SECOND_STAGE');
    expect((await cancel(serial, deputy)).body.code).toBe('SECOND_STAGE');
    expect((await cancel(serial, own)).body.code).toBe('OWN_SUBMISSION');
    for (const me of [organiser, colleague, someoneOf('unit-elsewhere')]) {
      expect((await cancel(serial, me)).status).toBe(403);
    }
    expect((await cancel(serial, otherDepartment)).status).toBe(404);
    expect(await rowOf(serial)).toMatchObject({ state: 'registered' });
    expect(await world.database.manager.countBy(Certificate, { serial, standing: 'valid' })).toBe(1);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['another ground', { ...fields, ground: 'late' }, 'INVALID_INPUT'],
    ['no ground', { reason: fields.reason }, 'INVALID_INPUT'],
    ['no reason', { ground: 'fraud' }, 'INVALID_INPUT'],
    ['a reason of blanks', { ground: 'fraud', reason: '　' }, 'REASON_MISSING'],
  ])('with %s is refused [P36]', async (_, given, code) => {
    const { serial } = await registration();

    expect((await cancel(serial, registrar, given)).body.code).toBe(code);
    expect(await rowOf(serial)).toMatchObject({ state: 'registered' });
  });
});
