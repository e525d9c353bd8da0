import { checkListFor } from '@dengke/contract';
import type { ActInput, Caller, Finding, Instant, Progress, RouteLeg, SubmissionAct } from '@dengke/contract';
import {
  actIdOf,
  BusinessClock,
  databaseOptions,
  inTransaction,
  Ledger,
  Metrics,
  RelayBell,
  SigningKeys,
  withNewSigningKey,
  Writes,
} from '@dengke/service-kit';
import { aDatabase } from '@dengke/test-kit';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { ActsService, personActor } from '../src/acts/acts.service';
import { StageMetrics } from '../src/acts/stage-metrics';
import { SubmissionLeg } from '../src/acts/submission-leg.entity';
import { SubmissionRows } from '../src/acts/submission-rows';
import { SubmissionVersion } from '../src/acts/submission-version.entity';
import { Submission } from '../src/acts/submission.entity';
import { WaitsService } from '../src/acts/waits.service';
import { IssuingService } from '../src/certificates/issuing.service';
import { DeadlinesService } from '../src/deadlines/deadlines.service';
import { WorkingDaysService } from '../src/deadlines/working-days.service';
import { CollectingService } from '../src/report-ups/collecting.service';
import type { ReportSettings } from '../src/report-ups/report-settings';
import { PublicationService } from '../src/publicity/publication.service';
import type { Registrar } from '../src/registrations/registrar';
import { entities, migrations } from '../src/schema';
import { seedAchievements } from '../src/seed';
import { aForm } from './a-form';
import { ledAsTheTableSays } from './as-the-table-says';

/** The route of an energy unit through its municipal bureau (R-city). */
export const cityLegs: RouteLeg[] = [
  { kind: 'unit', organisationId: 'unit-a' },
  { kind: 'municipal', organisationId: 'org-city' },
  { kind: 'organiser', organisationId: 'org-province' },
  { kind: 'department', organisationId: 'org-department' },
  { kind: 'ministry', organisationId: 'org-ministry' },
];

const kinds = {
  'unit-a': 'unit',
  'org-city': 'municipal',
  'org-province': 'organiser',
  'org-department': 'department',
  'org-ministry': 'ministry',
} as const;
type Place = keyof typeof kinds;

/** Somebody at one of the organisations above; `name` makes the person. */
export const at = (place: Place | 'org-elsewhere', name = 'one', role: Caller['position']['role'] = 'manager'): Caller => ({
  personId: `${place}-${name}`,
  sessionId: 'session',
  position: {
    id: `${place}-${name}-position`,
    organisationId: place,
    organisationKind: place === 'org-elsewhere' ? 'county' : kinds[place],
    role,
  },
});

export const submitter = at('unit-a', 'submitter', 'completer');
export const unitAdmin = at('unit-a', 'admin', 'unitAdmin');
/** To every item of the check list of an applied, voluntary achievement. */
export const allOk = checkListFor({ category: 'applied', ground: 'voluntary', units: [] }).map(({ id }): Finding => ({
  item: id,
  answer: 'ok',
}));
/** The same of a submission as it stands, whatever its category and ground. */
export async function allOkOf(manager: EntityManager, serial: string): Promise<Finding[]> {
  const { category, ground } = await manager.findOneByOrFail(Submission, { serial });
  const [version] = await manager.find(SubmissionVersion, { where: { serial }, order: { round: 'DESC' }, take: 1 });
  return checkListFor({ category, ground, units: version?.form.units ?? [] }).map(({ id }): Finding => ({ item: id, answer: 'ok' }));
}

/** The same but for one item. */
export const butNot = (item: string, remark?: string): Finding[] =>
  allOk.map((finding) => (finding.item === item ? { item, answer: 'not', ...(remark !== undefined && { remark }) } : finding));
export const outOfScope = butNot('inScope', '不属于登记范围');

/** What each kind of decision needs, where nothing else is said. */
const usual: Partial<Record<SubmissionAct, ActInput>> = {
  return: { reason: '附件不清', items: [{ field: 'evidence', remark: '请重新扫描' }] },
  reject: { reason: '不属于登记范围', findings: outOfScope },
  returnReport: { reason: '附件缺页' },
  close: { reason: '逾期未补正' },
};

/** The judge on a MariaDB of its own, with seeded calendar and limits; time is what each act says. */
export class DeskWorld {
  private keys = 0;
  private serials = 0;

  private constructor(
    readonly database: DataSource,
    readonly acts: ActsService,
    readonly ledger: Ledger,
    readonly clock: BusinessClock,
    readonly collecting: CollectingService,
    readonly issuing: IssuingService,
    /** What it tells a Prometheus. */
    readonly metrics: Metrics,
    private readonly drop: () => Promise<void>,
  ) {}

  /** @param report how reporting up goes; by the ministry's people unless said otherwise */
  static async begin(report: Partial<ReportSettings> = {}, registering: Partial<Registrar> = {}): Promise<DeskWorld> {
    const schema = await aDatabase('acts');
    const database = await new DataSource(databaseOptions(schema.url, entities, migrations)).initialize();
    await database.runMigrations();
    await seedAchievements(database, 'season');
    const ledger = new Ledger(database, new RelayBell());
    const clock = new BusinessClock();
    const metrics = new Metrics();
    const rows = new SubmissionRows(database, new StageMetrics(metrics));
    const deadlines = new DeadlinesService(new WorkingDaysService(database), database);
    const settings: ReportSettings = { mode: 'desk', collectSeconds: 3_600, mostItems: 100, pauseSeconds: 30, ...report };
    const collecting = new CollectingService(ledger, settings);
    const registrar = { bodyCode: '999', registrarName: '山西省科学技术厅', serialPerClass: false, demonstration: true, ...registering };
    const publication = new PublicationService(database);
    const issuing = new IssuingService(database, SigningKeys.of(withNewSigningKey({ keys: {} })), registrar, publication);
    const waits = new WaitsService(deadlines, rows, issuing, publication, registrar, collecting);
    const acts = new ActsService(database, ledger, clock, waits, rows);
    return new DeskWorld(database, acts, ledger, clock, collecting, issuing, metrics, () => schema.drop());
  }

  async end(): Promise<void> {
    try {
      await ledAsTheTableSays(this.database);
    } finally {
      await this.database.destroy();
      await this.drop();
    }
  }

  /** A submission just submitted, waiting for the unit's release. */
  async submitted(instant: Instant, own: Partial<Submission> = {}): Promise<string> {
    const serial = `2023-${String((this.serials += 1)).padStart(6, '0')}`;
    const fingerprint = uuidv7().replaceAll('-', '').padEnd(64, '0');
    const submission = this.database.manager.create(Submission, {
      serial,
      draftId: uuidv7(),
      name: '煤层气抽采新技术',
      category: 'applied',
      ground: 'voluntary',
      achievedOn: '2023-03-01',
      registrationYear: 2023,
      mode: 'rolling',
      windowId: null,
      cutOffAt: null,
      windowOutcome: null,
      unitId: 'unit-a',
      organiserId: 'org-province',
      areaCode: '140400',
      submitterId: submitter.personId,
      unitOfOne: false,
      routeId: 'R-city',
      routeVersion: 1,
      legs: cityLegs,
      paperRequired: false,
      state: 'in-review',
      position: null,
      stage: null,
      deskId: null,
      round: 1,
      returnedFrom: null,
      dueAt: null,
      dueProvisional: false,
      escalatedAt: null,
      publicityEndsAt: null,
      heldAt: null,
      withdrawalAsked: false,
      daysLeft: null,
      excluded: false,
      disposedAt: null,
      registrationNumber: null,
      approvedOn: null,
      firstSubmittedAt: instant,
      fingerprint,
      lastFact: 0,
      version: 1,
      ...own,
    });
    await inTransaction(this.database, async (manager) => {
      await manager.insert(Submission, submission);
      await manager.insert(
        SubmissionLeg,
        submission.legs.map(({ organisationId }, position) => ({ serial, position, organisationId })),
      );
      await manager.insert(SubmissionVersion, {
        serial,
        round: 1,
        form: aForm({ name: submission.name, category: submission.category }),
        evidence: [],
        digest: ''.padEnd(64, '0'),
        lockedAt: instant,
      });
      const command = {
        act: 'submit',
        serial,
        actor: personActor(submitter),
        input: {},
        at: instant,
        actId: actIdOf(submitter.personId, serial),
      } as const;
      const writes = new Writes(manager);
      await this.acts.begin(writes, submission, command);
      await writes.flush();
    });
    return serial;
  }

  /** An act of a person at an instant; the input is the usual one unless given. */
  async act(
    me: Caller,
    serial: string,
    act: SubmissionAct,
    instant: Instant,
    given?: ActInput,
    key = `key-${(this.keys += 1)}`,
  ): Promise<Progress> {
    const input = given ?? (await this.usualInput(act, serial));
    return this.clock.at(instant, () => this.acts.byPerson(me, key, serial, act, input));
  }

  private async usualInput(act: SubmissionAct, serial: string): Promise<ActInput> {
    return act === 'recommend' || act === 'approve' ? { findings: await allOkOf(this.database.manager, serial) } : (usual[act] ?? {});
  }

  /** Along the route up to the desk of `place`, each decided at `instant`. */
  async reaches(place: Place, instant: Instant, own: Partial<Submission> = {}): Promise<string> {
    const serial = await this.submitted(instant, own);
    const deciders = [unitAdmin, at('org-city'), at('org-province'), at('org-department')];
    const passing = ['release', 'recommend', 'recommend', 'approve'] as const;
    const position = cityLegs.findIndex((leg) => leg.organisationId === place);
    for (const [index, act] of passing.slice(0, position).entries()) {
      await this.act(deciders[index] ?? unitAdmin, serial, act, instant);
    }
    if (place === 'org-ministry') {
      await this.byTime('reportUp', serial, instant);
    }
    return serial;
  }

  async byTime(act: 'escalate' | 'carryOver' | 'register' | 'reportUp', serial: string, instant: Instant) {
    const { lastFact } = await this.row(serial);
    return this.acts.byWorkflow(act, { serial, after: lastFact, at: instant });
  }

  row(serial: string): Promise<Submission> {
    return this.database.manager.findOneByOrFail(Submission, { serial });
  }

  /** The kinds of its ledger entries, in order. */
  async story(serial: string): Promise<string[]> {
    return (await this.acts.factsAfter(serial, 0)).map(({ act }) => act);
  }
}
