import { shanghaiDateOf } from '@dengke/calendar';
import { actRules, isOver } from '@dengke/contract';
import type { Caller, PlainDate, SubmissionAct } from '@dengke/contract';
import { BusinessClock, Ledger, Table, toDatabase } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { progressOf, subjectOf } from '../acts/facts';
import { LATE, unfinishedStates } from '../acts/late';
import { paperWay } from '../acts/paper';
import { PaperLeg } from '../acts/paper-leg.entity';
import { permittedOnLate } from '../acts/permission';
import { SubmissionStage } from '../acts/submission-stage.entity';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Submission } from '../acts/submission.entity';
import { frozen } from '../drafts/submitted-drafts';
import { Organisation } from '../organisations/organisation.entity';
import { retention } from '../retention/retention';
import type { KeptKind } from '../retention/retention';
import { isSealed, withoutContacts } from './sight';
import type { LegProgress, ListQuery, SubmissionLine, SubmissionList, SubmissionPage, TimelineLine } from './submissions.dto';
import { SubmissionsService } from './submissions.service';

/** What one reads of submissions: lines of a list, a page, a timeline. */
@Injectable()
export class SubmissionPagesService {
  private readonly table: Table<Submission>;

  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly submissions: SubmissionsService,
  ) {
    this.table = new Table(database, Submission);
  }

  /** The newest first. */
  async list(me: Caller, { state, window, number, late, cursor, limit }: ListQuery): Promise<SubmissionList> {
    const query = withStageAndUnit(await this.submissions.within(me))
      .orderBy('s.serial', 'DESC')
      .limit(limit + 1);
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
      query.andWhere('s.serial < :cursor', { cursor });
    }
    const lines = await this.lines(query, late === true ? me : null);
    const items = lines.slice(0, limit);
    return { items, next: lines.length > limit ? (items.at(-1)?.serial ?? null) : null };
  }

  /** What a query `withStageAndUnit` finds, by one statement: a page of a hundred is read often, and entities of it would cost more than MariaDB's answer. */
  async lines(query: SelectQueryBuilder<Submission>, lateFor: Caller | null = null): Promise<SubmissionLine[]> {
    const rows = await query
      .leftJoin(Organisation, 'deskOrganisation', 'deskOrganisation.id = s.deskId')
      .select('s.*')
      .addSelect('stage.claimedBy', 'claimedBy')
      .addSelect("COALESCE(unit.name, '')", 'unitName')
      .addSelect('COALESCE(deskOrganisation.name, s.deskId)', 'deskName')
      .addSelect(frozen('s.draftId'), 'frozen')
      .getRawMany<Beside>();
    return this.table.read(rows).map((row, nth) => ({
      ...lineOf(row, rows[nth] as (typeof rows)[number]),
      ...(lateFor === null ? {} : { permitted: permittedOnLate(row, lateFor) }),
    }));
  }

  /** Whole, or the head alone to a desk that it has not reached. */
  async page(me: Caller, serial: string): Promise<SubmissionPage> {
    const { submission, stages, sealed, whole, contact } = await this.submissions.read(me, serial);
    const { manager } = this.database;
    const newest = { where: { serial }, order: { round: 'DESC' } } as const;
    const [version, paper] = await Promise.all([
      whole ? manager.findOneOrFail(SubmissionVersion, newest) : null,
      manager.find(PaperLeg, { where: { serial }, order: { version: 'ASC' } }),
    ]);
    const { draftId, name, unitId, category, paperRequired, windowId, windowOutcome, registrationYear, approvedOn } = submission;
    const { withdrawalAsked, escalatedAt, heldAt } = submission;
    return {
      progress: progressOf(submission),
      name: whole || sealed === null ? name : null,
      unitId,
      category,
      draftId,
      formSchema: submission.formSchema,
      form: version && (contact ? version.form : withoutContacts(version.form)),
      evidence: version?.evidence ?? [],
      digest: version?.digest ?? null,
      legs: submission.legs.map((leg, position) => ({ ...legOf(leg, position, stages), ...paperOf(submission, position, paper) })),
      paperRequired,
      paperWay: paperWay({ submission, stages, paper }),
      windowId,
      windowOutcome,
      registrationYear,
      approvedOn,
      ...{ withdrawalAsked, escalatedAt, heldAt },
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
    const { whole } = await this.submissions.read(me, serial);
    const own = me.position.organisationKind === 'unit' ? await this.submissions.ownOf(me) : [];
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

/** What stands in a line beside the submission's own columns. */
type Beside = Pick<SubmissionLine, 'claimedBy' | 'unitName' | 'deskName'> & { frozen: number | string };

function lineOf(row: Submission, { claimedBy, unitName, deskName, ...beside }: Beside): SubmissionLine {
  const { name, unitId, category, registrationYear, windowId, firstSubmittedAt, escalatedAt } = row;
  return {
    ...progressOf(row),
    name: isSealed(row) || Number(beside.frozen) === 1 ? null : name,
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
function legOf(leg: Submission['legs'][number], position: number, stages: SubmissionStage[]): Omit<LegProgress, keyof OnPaper> {
  const stage = stages.filter((row) => row.position === position).at(-1);
  return {
    ...leg,
    position,
    decision: stage?.decision ?? null,
    decidedAt: stage?.decidedAt ?? null,
    openedAt: stage?.openedAt ?? null,
    claimedBy: stage?.claimedBy ?? null,
  };
}

type OnPaper = Pick<LegProgress, 'paper' | 'earlierPaper'>;

/** What came to a desk on paper, version by version. */
function paperOf({ round }: Submission, position: number, paper: readonly PaperLeg[]): OnPaper {
  const came = paper
    .filter((row) => row.position === position)
    .map(({ version, handedInAt, receivedAt }) => ({ version, handedInAt, receivedAt }));
  return { paper: came.find(({ version }) => version === round) ?? null, earlierPaper: came.filter(({ version }) => version < round) };
}
