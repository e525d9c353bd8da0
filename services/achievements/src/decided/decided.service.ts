import { endOfDay, instantAt } from '@dengke/calendar';
import type { Caller } from '@dengke/contract';
import { Table, toDatabase } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { SubmissionStage } from '../acts/submission-stage.entity';
import { Submission } from '../acts/submission.entity';
import { SubmissionPagesService, withStageAndUnit } from '../submissions/submission-pages.service';
import type { SubmissionLine } from '../submissions/submissions.dto';
import { SubmissionsService } from '../submissions/submissions.service';
import type { DecidedLine, DecidedPage, DecidedQuery } from './decided.dto';

/** A stage with its decision. */
type Decision = SubmissionStage & Pick<DecidedLine, 'decision' | 'decidedAt'>;

/** What a desk has decided: of what somebody there may see, each stage as it stands. A decision that was taken back is none; the timeline has it. */
@Injectable()
export class DecidedService {
  private readonly stages: Table<SubmissionStage>;

  constructor(
    private readonly database: DataSource,
    private readonly submissions: SubmissionsService,
    private readonly pages: SubmissionPagesService,
  ) {
    this.stages = new Table(database, SubmissionStage);
  }

  async page(me: Caller, { limit, ...query }: DecidedQuery): Promise<DecidedPage> {
    const desks = await this.submissions.ownOf(me);
    // Each by itself: of one desk the index has them in their order, of several it has not.
    const found = await Promise.all(desks.map((desk) => this.of(me, desk, query, limit + 1)));
    const decisions = found.flat().sort(newestFirst);
    const here = decisions.slice(0, limit);
    const last = here.at(-1);
    return { items: await this.linesOf(here), next: decisions.length > limit && last ? placeOf(last) : null };
  }

  private async of(me: Caller, desk: string, query: Omit<DecidedQuery, 'limit'>, most: number): Promise<Decision[]> {
    const found = (await this.submissions.within(me))
      .innerJoin(SubmissionStage, 'decided', 'decided.serial = s.serial')
      .andWhere('decided.deskId = :desk AND decided.decidedAt IS NOT NULL', { desk });
    narrow(found, me, query);
    const rows = await found
      .select('decided.*')
      .orderBy('decided.decidedAt', 'DESC')
      .addOrderBy('decided.serial', 'DESC')
      .addOrderBy('decided.position', 'DESC')
      .addOrderBy('decided.round', 'DESC')
      .limit(most)
      .getRawMany<Record<string, unknown>>();
    return this.stages.read(rows) as Decision[];
  }

  /** Each with where its submission stands now. */
  private async linesOf(decisions: readonly Decision[]): Promise<DecidedLine[]> {
    if (decisions.length === 0) {
      return [];
    }
    const serials = [...new Set(decisions.map(({ serial }) => serial))];
    const query = this.database.manager.createQueryBuilder(Submission, 's').where('s.serial IN (:...serials)', { serials });
    const lines = new Map((await this.pages.lines(withStageAndUnit(query))).map((line) => [line.serial, line]));
    return decisions.map(({ serial, decision, decidedAt, decidedBy, round }) => ({
      ...(lines.get(serial) as SubmissionLine),
      ...{ decision, decidedAt, decidedBy, decidedRound: round },
    }));
  }
}

function narrow(
  found: SelectQueryBuilder<Submission>,
  { personId }: Caller,
  { outcome, mine, from, to, after }: Omit<DecidedQuery, 'limit'>,
) {
  if (outcome !== undefined) {
    found.andWhere('decided.decision = :outcome', { outcome });
  }
  if (mine === true) {
    found.andWhere('(decided.decidedBy = :me OR decided.decidedFor = :me)', { me: personId });
  }
  if (from !== undefined) {
    found.andWhere('decided.decidedAt >= :from', { from: toDatabase(instantAt(from, '00:00')) });
  }
  if (to !== undefined) {
    found.andWhere('decided.decidedAt < :to', { to: toDatabase(endOfDay(to)) });
  }
  const [at, serial, position, round] = after?.split('~') ?? [];
  if (at !== undefined) {
    const before = '(decided.serial, decided.position, decided.round) < (:serial, :position, :round)';
    const place = { at: toDatabase(at), serial, position: Number(position), round: Number(round) };
    found.andWhere(`decided.decidedAt <= :at AND (decided.decidedAt < :at OR ${before})`, place);
  }
}

const placeOf = ({ decidedAt, serial, position, round }: Decision): string => `${decidedAt}~${serial}~${position}~${round}`;

function newestFirst(one: Decision, other: Decision): number {
  const byText = other.decidedAt.localeCompare(one.decidedAt) || other.serial.localeCompare(one.serial);
  return byText || other.position - one.position || other.round - one.round;
}
