import { randomUUID } from 'node:crypto';
import { apart, BusinessClock, DomainError, inTransaction } from '@dengke/service-kit';
import { aCaller, aPdf, eventually } from '@dengke/test-kit';
import type { EntityManager } from 'typeorm';
import { aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import type { DraftView } from '../drafts/drafts.dto';
import { fingerprintOf } from '../drafts/fingerprint';
import { seedAchievements } from '../seed';
import { SubmittingService } from '../submitting/submitting.service';
import { ImportedRegistration } from './imported-registration.entity';
import { nextImportSerials, refuseRegisteredBefore } from './registered-before';
import type { RegisterImportDto } from './register-imports.dto';

const august = '2023-08-10T02:00:00.000Z';
const me = someoneOf(aUnit.id);
const registrar = aCaller({ organisationId: 'org-sx-kjt', organisationKind: 'department', role: 'manager' }, 'importer');
const MANY = 32;
type Step = (manager: EntityManager) => Promise<unknown>;
const names = Array.from({ length: MANY }, (_, at) => `先前登记的第${at + 1}项成果`);

describe('submits and imports at once', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
  }, 60_000);
  afterAll(() => world.end());

  async function aDraft(name: string): Promise<string> {
    const { id } = (await world.as(me).post<DraftView>('/drafts', { form: aForm({ name }) })).body;
    await world.upload(me, `/drafts/${id}/evidence`, [
      { name: 'kind', value: 'evaluation-certificate' },
      { name: 'number', value: '第1号' },
      { name: 'issuedOn', value: '2023-05-16' },
      { name: 'file', value: aPdf(), fileName: '证书.pdf' },
    ]);
    return id;
  }
  /** Told to come again (BUSY), whoever submits comes again with the same key. */
  const submitted = async (id: string): Promise<string> => {
    const answer = await submit(id);
    return answer === 'BUSY' ? submitted(id) : answer;
  };
  const submit = (id: string) =>
    world.app
      .get(BusinessClock)
      .at(august, () => world.app.get(SubmittingService, { strict: false }).submit(me, `submit-${id}`, id))
      .then(
        () => 'submitted',
        (refusal: unknown) => (refusal instanceof DomainError ? refusal.code : String(refusal)),
      );
  /** Somebody is at the row of the series, which is where imports and submits meet. (What InnoDB tells of its locks stands still while it is polled.) */
  const someoneWaits = async (): Promise<boolean> => {
    const rows = await world.database.query<object[]>(
      `SELECT 1 FROM information_schema.processlist
       WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE '%number_series%imports%'`,
    );
    return rows.length > 0;
  };
  /** Holds a transaction open between two steps until one of the others waits for it, or none has to. @returns when the others are done */
  const held = (first: Step, others: () => Promise<unknown>, then: Step = () => Promise.resolve()) =>
    inTransaction(world.database, async (manager) => {
      await first(manager);
      let isOver = false;
      const done = apart(others).finally(() => (isOver = true));
      await apart(() => eventually(async () => isOver || (await someoneWaits())));
      await then(manager);
      return { done };
    });

  it(`none of ${MANY} submits passes an import that is under way: each finds what it has brought [P19 S8 S50]`, async () => {
    const drafts = await Promise.all(names.map(aDraft));
    let answers: string[] = [];
    const { done } = await held(
      async (manager) => {
        const serials = await nextImportSerials(manager, MANY);
        await manager.insert(
          ImportedRegistration,
          names.map((name, at) => ({
            ...{ serial: serials[at] ?? '', number: `9992022Y${String(at + 1).padStart(4, '0')}`, unitId: null, importId: 'held' },
            fingerprint: fingerprintOf(name, aUnit.uscc),
          })),
        );
      },
      async () => (answers = await Promise.all(drafts.map(submitted))),
    );
    await done;

    expect(answers).toEqual(names.map(() => 'ALREADY_REGISTERED'));
  }, 60_000);

  it('an import waits for a submit that has looked before it, and says that it is of the same achievement [P19]', async () => {
    const [name, before] = ['与导入同时申报的成果', '改名之前的成果'];
    expect(await submitted(await aDraft(before))).toBe('submitted');
    const row = { number: '9992021Y0001', name, category: 'applied', units: [aUnit.name], completers: ['甲某'] };
    const value = Buffer.from(JSON.stringify({ rows: [{ ...row, approvedOn: '2021-10-09', uscc: aUnit.uscc }] }));
    const parts = [{ name: 'sheet', value, fileName: '登记库.json' }];
    let told: RegisterImportDto['faults'] = [];
    const fingerprint = fingerprintOf(name, aUnit.uscc);

    const { done } = await held(
      (manager) => refuseRegisteredBefore(manager, fingerprint),
      async () => (told = (await world.upload<RegisterImportDto>(registrar, '/register/imports', parts, randomUUID())).body.faults),
      (manager) => manager.query('UPDATE submission SET fingerprint = ? WHERE name = ?', [fingerprint, before]),
    );
    await done;

    expect(told.map(({ code }) => code)).toEqual(['sameAchievement']);
  });
});
