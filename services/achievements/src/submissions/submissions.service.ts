import { shanghaiDateOf } from '@dengke/calendar';
import { actRules, isOver } from '@dengke/contract';
import type { Caller, PlainDate, SubmissionAct } from '@dengke/contract';
import { BusinessClock, DomainError, Ledger, Table, toDatabase } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { progressOf, subjectOf } from '../acts/facts';
import { LATE, unfinishedStates } from '../acts/late';
import { PaperLeg } from '../acts/paper-leg.entity';
import { SubmissionLeg } from '../acts/submission-leg.entity';
import { SubmissionStage } from '../acts/submission-stage.entity';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Submission } from '../acts/submission.entity';
import { Organisation } from '../organisations/organisation.entity';
import { retention } from '../retention/retention';
import type { KeptKind } from '../retention/retention';
import { isSealed, sealedAs, seesContact, seesWhole, withoutContacts } from './sight';
import type { LegProgress, ListQuery, SubmissionLine, SubmissionList, SubmissionPage, TimelineLine } from './submissions.dto';

/** A submission as somebody finds it who may see that it is there. */
export interface Reading {
  submission: Submission;
  stages: SubmissionStage[];
  /** Whether form, files and words are his to see. */
  whole: boolean;
  /** Whether the applicant's telephone is, in full. */
  contact: boolean;
}

/**
 * Reading submissions, always within the caller's part of the graphs: its own unit's, or those whose route it is on; and what was that of
 * an organisation it succeeded.
 */
@Injectable()
export class SubmissionsService {
  private readonly submissions: Table<Submission>;

  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
  ) {
    this.submissions = new Table(database, Submission);
  }

  async list(me: Caller, { view, state, window, number, late, cursor, limit }: ListQuery): Promise<SubmissionList> {
    const query = withStageAndUnit(await this.within(me))
      .orderBy('s.serial')
      .limit(limit + 1);
    if (view === 'mine') {
      query.andWhere('s.submitterId = :me', { me: me.personId });
    }
    if (state !== undefined) {
      query.andWhere('s.state = :state', { state });
    }
    if (window !== undefined) {
      query.andWhere('s.windowId = :window', { window });
    }
    if (number !== undefined) {
      query.andWhere('s.registrationNumber = :number', { number });
    }
    if (late === true) {
      query.andWhere(`${LATE} AND s.state IN (:...unfinished)`, {
        now: toDatabase(this.clock.now()),
        unfinished: unfinishedStates,
      });
    }
    if (cursor !== undefined) {
      query.andWhere('s.serial > :cursor', { cursor });
    }
    const lines = await this.lines(query);
    const items = lines.slice(0, limit);
    return { items, next: lines.length > limit ? (items.at(-1)?.serial ?? null) : null };
  }

  /** What a query `withStageAndUnit` finds, by one statement: a page of a hundred is read often, and entities of it would cost more than MariaDB's answer. */
  async lines(query: SelectQueryBuilder<Submission>): Promise<SubmissionLine[]> {
    const rows = await query
      .leftJoin(Organisation, 'deskOrganisation', 'deskOrganisation.id = s.deskId')
      .select('s.*')
      .addSelect('stage.claimedBy', 'claimedBy')
      .addSelect("COALESCE(unit.name, '')", 'unitName')
      .addSelect('COALESCE(deskOrganisation.name, s.deskId)', 'deskName')
      .getRawMany<Pick<SubmissionLine, 'claimedBy' | 'unitName' | 'deskName'>>();
    return this.submissions.read(rows).map((row, nth) => lineOf(row, rows[nth] as (typeof rows)[number]));
  }

  /** Whole, or the head alone to a desk that it has not reached. */
  async page(me: Caller, serial: string): Promise<SubmissionPage> {
    const { submission, stages, whole, contact } = await this.read(me, serial);
    const { manager } = this.database;
    const newest = { where: { serial }, order: { round: 'DESC' } } as const;
    const [version, paper] = await Promise.all([
      whole ? manager.findOneOrFail(SubmissionVersion, newest) : null,
      manager.findBy(PaperLeg, { serial }),
    ]);
    const { draftId, name, unitId, category, paperRequired, windowId, windowOutcome, registrationYear, approvedOn, withdrawalAsked } =
      submission;
    return {
      progress: progressOf(submission),
      name: whole || !isSealed(submission) ? name : null,
      unitId,
      category,
      draftId,
      formSchema: submission.formSchema,
      form: version && (contact ? version.form : withoutContacts(version.form)),
      evidence: version?.evidence ?? [],
      digest: version?.digest ?? null,
      legs: submission.legs.map((leg, position) => legOf(leg, position, stages, paper)),
      paperRequired,
      windowId,
      windowOutcome,
      registrationYear,
      approvedOn,
      withdrawalAsked,
      retention: retention.termOf(kindOf(submission), await this.endedOn(submission)),
      disposedAt: submission.disposedAt,
    };
  }

  /** The day of its last act; null while it goes on. */
  private async endedOn({ serial, state, lastFact }: Submission): Promise<PlainDate | null> {
    const [last] = isOver(state) ? await this.ledger.entriesAfter(subjectOf(serial), lastFact - 1) : [];
    return last === undefined ? null : shanghaiDateOf(last.at);
  }

  /** Who, when, what, why: the ledger itself is the timeline. */
  async timeline(me: Caller, serial: string): Promise<TimelineLine[]> {
    const { whole } = await this.read(me, serial);
    const own = me.position.organisationKind === 'unit' ? await this.ownOf(me) : [];
    // Who speaks for another unit is that unit's to know: the first one shall not learn who works there (decision 0030).
    const isOfOthers = (kind: string, organisationId: string | null): boolean =>
      own.length > 0 && actRules[kind as SubmissionAct].by === 'named' && !own.includes(organisationId ?? '');
    const entries = await this.ledger.timeline(subjectOf(serial));
    return entries.map(({ number, kind, at, by, organisationId, detail, text }) => {
      const { stage, state, round } = detail as { stage: string | null; state: string; round: number };
      const shown = whole ? textFor(me, kind, text) : null;
      return { number, act: kind, at, by: isOfOthers(kind, organisationId) ? null : by, organisationId, stage, state, round, text: shown };
    });
  }

  /** How much of it the caller sees, as it stands now. @throws DomainError NOT_FOUND outside its part of the graphs */
  async read(me: Caller, serial: string): Promise<Reading> {
    const submission = await this.visible(me, serial);
    const stages = await this.database.manager.find(SubmissionStage, { where: { serial }, order: { round: 'ASC' } });
    const beholder = { me, own: await this.ownOf(me) };
    return { submission, stages, whole: seesWhole(beholder, submission, stages), contact: seesContact(beholder, submission) };
  }

  /** For all that comes of form and files. @throws DomainError NOT_FOUND also for a desk that it has not reached or that has lost it, SECRECY_SUSPECTED, RETENTION_OVER */
  async readWhole(me: Caller, serial: string): Promise<Reading> {
    const reading = await this.read(me, serial);
    if (!reading.whole) {
      throw new DomainError(isSealed(reading.submission) ? sealedAs(reading.submission) : 'NOT_FOUND');
    }
    return reading;
  }

  /** For what says what is registered without being of form or files. @throws DomainError NOT_FOUND, SECRECY_SUSPECTED (P17), RETENTION_OVER */
  async unsealed(me: Caller, serial: string): Promise<Submission> {
    const submission = await this.visible(me, serial);
    if (isSealed(submission)) {
      throw new DomainError(sealedAs(submission));
    }
    return submission;
  }

  /** @throws DomainError NOT_FOUND for unknown and for forbidden serials alike */
  async visible(me: Caller, serial: string): Promise<Submission> {
    const submission = await (await this.within(me)).andWhere('s.serial = :serial', { serial }).getOne();
    if (submission === null) {
      throw new DomainError('NOT_FOUND');
    }
    return submission;
  }

  /** Under way within the caller's part of the graphs: of these units, or with one of these organisations at a desk to come. */
  async openOf(me: Caller, organisationIds: readonly string[]): Promise<SelectQueryBuilder<Submission>> {
    const query = await this.within(me);
    const toCome = query
      .subQuery()
      .select('1')
      .from(SubmissionLeg, 'desk')
      .where(
        'desk.serial = s.serial AND desk.organisationId IN (:...concerned) AND desk.position >= COALESCE(s.position, s.returnedFrom, 0)',
      );
    return query
      .andWhere('s.state IN (:...unfinished)', { unfinished: unfinishedStates })
      .andWhere(`(s.unitId IN (:...concerned) OR EXISTS ${toCome.getQuery()})`, { concerned: organisationIds })
      .orderBy('s.serial');
  }

  /** The caller's organisation, and those that it succeeded. */
  async ownOf({ position }: Caller): Promise<string[]> {
    const succeeded = await this.database.manager.findBy(Organisation, { successorId: position.organisationId });
    return [position.organisationId, ...succeeded.map(({ id }) => id)];
  }

  /** The caller's part of the graphs, as a condition of the query. */
  async within(me: Caller): Promise<SelectQueryBuilder<Submission>> {
    const { position } = me;
    const query = this.database.manager.createQueryBuilder(Submission, 's');
    const own = await this.ownOf(me);
    if (position.organisationKind === 'unit') {
      return query.where('s.unitId IN (:...own)', { own });
    }
    const onRoute = query
      .subQuery()
      .select('1')
      .from(SubmissionLeg, 'leg')
      .where('leg.serial = s.serial AND leg.organisationId IN (:...own)');
    return query.where(`EXISTS ${onRoute.getQuery()}`, { own });
  }
}

/** With the stage at which each is, and with its unit. */
export const withStageAndUnit = (query: SelectQueryBuilder<Submission>): SelectQueryBuilder<Submission> =>
  query
    .leftJoin(SubmissionStage, 'stage', 'stage.serial = s.serial AND stage.position = s.position AND stage.round = s.round')
    .leftJoin(Organisation, 'unit', 'unit.id = s.unitId');

/** What desks say among themselves of another achievement may be about one that the unit must not know of (decision 0014). */
function textFor({ position }: Caller, act: string, text: Record<string, unknown> | null): Record<string, unknown> | null {
  if (position.organisationKind !== 'unit' || text === null) {
    return text;
  }
  const shown = Object.entries(text).filter(([word]) => act !== 'judgeLikeness' && word !== 'likenesses');
  return act === 'judgeLikeness' ? null : Object.fromEntries(shown);
}

const kindOf = ({ registrationNumber, excluded }: Submission): KeptKind =>
  registrationNumber !== null ? 'register' : excluded ? 'excluded' : 'submission';

function lineOf(
  row: Submission,
  { claimedBy, unitName, deskName }: Pick<SubmissionLine, 'claimedBy' | 'unitName' | 'deskName'>,
): SubmissionLine {
  const { name, unitId, category, registrationYear, windowId, firstSubmittedAt, escalatedAt } = row;
  return {
    ...progressOf(row),
    name: isSealed(row) ? null : name,
    unitId,
    category,
    registrationYear,
    windowId,
    claimedBy,
    firstSubmittedAt,
    escalatedAt,
    unitName,
    deskName,
  };
}

/** The newest round of a stage is what counts; earlier ones are in the timeline. */
function legOf(leg: Submission['legs'][number], position: number, stages: SubmissionStage[], paper: PaperLeg[]): LegProgress {
  const stage = stages.filter((row) => row.position === position).at(-1);
  const copy = paper.find((row) => row.position === position);
  return {
    ...leg,
    position,
    decision: stage?.decision ?? null,
    decidedAt: stage?.decidedAt ?? null,
    openedAt: stage?.openedAt ?? null,
    claimedBy: stage?.claimedBy ?? null,
    paper: copy ? { handedInAt: copy.handedInAt, receivedAt: copy.receivedAt } : null,
  };
}
