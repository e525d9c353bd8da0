import type { StuckReason, StuckSubmission } from '@dengke/contract';
import { BusinessClock, toDatabase, toInstant } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { progressOf } from '../acts/facts';
import { isLate, LATE, unfinishedStates } from '../acts/late';
import { Submission } from '../acts/submission.entity';
import type { StandingCountDto, UntoldFactsDto } from './operations.dto';

const ON_HOLD = "(s.heldAt IS NOT NULL OR s.state = 'suspected')";
const SHOWN = 500;

/** Where the open submissions stand, and which of them do not go on. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  async standings(): Promise<StandingCountDto[]> {
    const rows = await this.open()
      .select(['s.state AS state', 's.stage AS stage', 'COUNT(*) AS open'])
      .addSelect(`SUM(${LATE})`, 'late')
      .addSelect('SUM(s.escalatedAt IS NOT NULL)', 'escalated')
      .addSelect(`SUM(${ON_HOLD})`, 'onHold')
      .groupBy('s.state, s.stage')
      .orderBy('s.state, s.stage')
      .getRawMany<Record<keyof StandingCountDto, string>>();
    return rows.map(({ state, stage, open, late, escalated, onHold }) => ({
      ...({ state, stage } as Pick<StandingCountDto, 'state' | 'stage'>),
      ...{ open: Number(open), late: Number(late), escalated: Number(escalated), onHold: Number(onHold) },
    }));
  }

  /** Those that wait for somebody to move: first what is due no more, then the longest due. */
  async stuck(): Promise<StuckSubmission[]> {
    const rows = await this.open()
      .andWhere(`(${LATE} OR ${ON_HOLD} OR s.withdrawalAsked = 1)`)
      .orderBy('s.dueAt')
      .addOrderBy('s.serial')
      .take(SHOWN)
      .getMany();
    return rows.map((row) => this.stuckOf(row));
  }

  /** What workflows have not been told, by subject, the longest waiting first. A few for a moment are nothing. */
  async untold(): Promise<UntoldFactsDto[]> {
    const rows = await this.database.query<{ subject: string; facts: string; since: Date }[]>(
      'SELECT subject, COUNT(*) AS facts, MIN(at) AS since FROM outbox WHERE relayed = 1 GROUP BY subject ORDER BY MIN(id) LIMIT ?',
      [SHOWN],
    );
    return rows.map(({ subject, facts, since }) => ({ subject, facts: Number(facts), since: toInstant(since) }));
  }

  private open(): SelectQueryBuilder<Submission> {
    return this.database.manager
      .createQueryBuilder(Submission, 's')
      .where('s.state IN (:...unfinished)', { unfinished: unfinishedStates, now: toDatabase(this.clock.now()) });
  }

  private stuckOf(row: Submission): StuckSubmission {
    const { serial, state, deskId, escalatedAt, heldAt, withdrawalAsked } = row;
    const found: Record<StuckReason, boolean> = {
      late: escalatedAt === null && isLate(row, this.clock.now()),
      escalated: escalatedAt !== null,
      objection: heldAt !== null,
      suspicion: state === 'suspected',
      'withdrawal-asked': withdrawalAsked,
    };
    const reasons = (Object.keys(found) as StuckReason[]).filter((reason) => found[reason]);
    return { serial, state, deskId, dueAt: progressOf(row).dueAt, reasons };
  }
}
