import { BusinessClock, DomainError, Ledger } from '@dengke/service-kit';
import fc from 'fast-check';
import { aKey, aRegistration, colleague, completer, examiner, isReported, registrar } from '../../testing/a-registration';
import { aUnit } from '../../testing/a-form';
import { ServiceWorld } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import { subjectOf } from '../acts/facts';
import { Submission } from '../acts/submission.entity';
import { CancellationsService } from '../cancellations/cancellations.service';
import { AskingService } from '../corrections/asking.service';
import { CorrectingService } from '../corrections/correcting.service';
import { Correction } from '../corrections/correction.entity';
import { fingerprintOf } from '../drafts/fingerprint';
import { RegisterEntry } from '../register/register-entry.entity';
import { seedAchievements } from '../seed';
import { Certificate } from './certificate.entity';

const monday = '2023-08-14T02:00:00.000Z';
const document = { fileName: '说明.pdf', mediaType: 'application/pdf', bytes: 1, sha256: '0'.repeat(64) };

/** What may be tried, in any order, twice, by the wrong one, upon any of the registrations. */
const steps = ['register', 'ask', 'ask-same-name', 'approve', 'refuse', 'withdraw', 'cancel', 'cancel-by-approver', 'report'] as const;
interface Step {
  does: (typeof steps)[number];
  /** Which of the registrations so far. */
  which: number;
}
const step: fc.Arbitrary<Step> = fc.record({ does: fc.constantFrom(...steps), which: fc.nat(3) });

describe('whatever comes after registrations, in whatever order', () => {
  let world: ServiceWorld;
  let names = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
  });
  afterAll(() => world.end());

  const at = <T>(fn: () => Promise<T>): Promise<T> => world.app.get(BusinessClock).at(monday, fn);
  const of = <T>(service: new (...parts: never[]) => T): T => world.app.get(service, { strict: false });
  const submission = (serial: string) => world.database.manager.findOneByOrFail(Submission, { serial });

  const asks = (serial: string, name: string) =>
    of(AskingService).record(completer, { key: aKey(), serial, unitId: aUnit.id, reason: '更正', changes: { name }, document });
  const lastOf = async (serial: string): Promise<string> =>
    (await world.database.manager.findOne(Correction, { where: { serial }, order: { id: 'DESC' } }))?.id ?? 'none';

  /** One step; what is refused is refused by a code, and leaves everything as it was. */
  async function take({ does, which }: Step, serials: string[]): Promise<void> {
    const serial = serials[which % Math.max(serials.length, 1)];
    if (does === 'register' || serial === undefined) {
      serials.push((await aRegistration(world, `先后成果${(names += 1)}`, monday)).serial);
      return;
    }
    const { name } = await submission(serials[(which + 1) % serials.length] ?? serial);
    const acts: Record<Exclude<Step['does'], 'register'>, () => Promise<unknown>> = {
      ask: () => asks(serial, `先后更正${(names += 1)}`),
      'ask-same-name': () => asks(serial, name),
      approve: async () => of(CorrectingService).approve(registrar, aKey(), await lastOf(serial)),
      refuse: async () => of(CorrectingService).refuse(registrar, aKey(), await lastOf(serial), '不符'),
      withdraw: async () => of(AskingService).withdraw(colleague, aKey(), await lastOf(serial), undefined),
      cancel: () => of(CancellationsService).record(registrar, aKey(), serial, { ground: 'fraud', reason: '虚假' }, document),
      'cancel-by-approver': () => of(CancellationsService).record(examiner, aKey(), serial, { ground: 'fraud', reason: '虚假' }, document),
      report: () => isReported(world, serial, monday),
    };
    const before = await stateOf(serial);
    try {
      await at(acts[does]);
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(await stateOf(serial)).toEqual(before);
    }
  }

  const stateOf = async (serial: string) => [
    await submission(serial),
    await world.database.manager.find(Certificate, { where: { serial }, order: { version: 'ASC' } }),
    await world.database.manager.find(Correction, { where: { serial }, order: { id: 'ASC' } }),
  ];

  async function expectWhole(serial: string): Promise<void> {
    const { manager } = world.database;
    const row = await submission(serial);
    const versions = await manager.find(Certificate, { where: { serial }, order: { version: 'ASC' } });
    const valid = versions.filter(({ standing }) => standing === 'valid');
    const newest = versions.at(-1);

    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
    expect(new Set(versions.map(({ number, approvedOn }) => `${number} ${approvedOn}`))).toEqual(
      new Set([`${row.registrationNumber ?? ''} ${row.approvedOn ?? ''}`]),
    );
    expect(valid).toHaveLength(row.state === 'cancelled' ? 0 : 1);
    expect(newest?.standing).toBe(row.state === 'cancelled' ? 'cancelled' : 'valid');
    expect(newest?.name).toBe(row.name);
    expect(row.fingerprint).toBe(fingerprintOf(row.name, newest?.units[0]?.uscc ?? ''));
    const entry = await manager.findOneByOrFail(RegisterEntry, { number: row.registrationNumber ?? '' });
    const told = { name: row.name, units: newest?.units.map((unit) => unit.name), completers: newest?.completers };
    expect(entry).toMatchObject({ ...told, cancelledOn: row.state === 'cancelled' ? '2023-08-14' : null });
    const corrections = await manager.findBy(Correction, { serial });
    expect(corrections.filter(({ state }) => state === 'asked').length).toBeLessThanOrEqual(row.state === 'cancelled' ? 0 : 1);
    expect(corrections.filter(({ state }) => state === 'approved')).toHaveLength(versions.length - 1);
    expect(await of(Ledger).verify(subjectOf(serial))).toBeNull();
  }

  it('one version of a certificate is valid or none, versions follow without gaps, and no two live ones are the same [P19 P34 P36]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), async (taken) => {
        const serials: string[] = [];
        for (const one of taken) {
          await take(one, serials);
        }
        for (const serial of serials) {
          await expectWhole(serial);
        }
        const live = await world.database.query<{ times: number }[]>(
          "SELECT COUNT(*) AS times FROM submission WHERE state <> 'cancelled' GROUP BY fingerprint HAVING times > 1",
        );
        expect(live).toEqual([]);
        const numbers = await world.database.query<{ times: number }[]>(
          'SELECT COUNT(*) AS times FROM submission GROUP BY registrationNumber HAVING times > 1',
        );
        expect(numbers).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true, seed: 20261205 },
    );
    const done = await world.database.query<{ kind: string }[]>('SELECT DISTINCT kind FROM ledger_entry');
    expect(done.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['ask', 'approve', 'refuse', 'withdraw', 'lapse', 'correct', 'cancel', 'acknowledge']),
    );
  });
});
