import type { Caller } from '@dengke/contract';
import { BusinessClock, toDatabase } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { isLate, LATE } from '../acts/late';
import { Submission } from '../acts/submission.entity';
import { SubmissionPagesService, withStageAndUnit } from '../submissions/submission-pages.service';
import { queueViews } from './queue.dto';
import type { QueueCounts, QueueFilter, QueuePage, QueueQuery, QueueView } from './queue.dto';

const SOON_MILLIS = 7 * 86_400_000;
/** What has no day comes last. */
const NEVER = '9999-12-31T00:00:00.000Z';
/**
 * By what it is due, the window's cut-off too. Once the next desk was told that it is late, nothing falls due any more (P31): it is late since then.
 * The database works it out and keeps a desk's rows in its order; `after` says it of a line.
 */
const due = 's.waitsUntil';

/** Each as a condition upon a submission at its stage. */
const shown: Record<QueueView, string> = {
  late: LATE,
  soon: `${due} > :now AND ${due} < :soon`,
  mine: 'stage.claimedBy = :me',
  free: 'stage.claimedBy IS NULL',
  again: 's.round > 1',
};

/** What waits at a desk: the list that somebody who decides works through. What is suspected to be classified waits for somebody else. */
@Injectable()
export class QueueService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly pages: SubmissionPagesService,
  ) {}

  async page(me: Caller, { view, after, limit, ...filter }: QueueQuery): Promise<QueuePage> {
    const query = this.waiting(me, filter).orderBy(due).addOrderBy('s.serial');
    if (view !== undefined) {
      query.andWhere(shown[view]);
    }
    const [day, serial] = after?.split('~') ?? [];
    if (day !== undefined) {
      query.andWhere(`${due} >= :day AND (${due} > :day OR s.serial > :serial)`, { day: toDatabase(day), serial });
    }
    const lines = await this.pages.lines(query.limit(limit + 1));
    const here = lines.slice(0, limit);
    const last = here.at(-1);
    const now = this.clock.now();
    return {
      items: here.map((line) => ({ ...line, late: isLate(line, now) })),
      next: lines.length > limit && last ? `${last.escalatedAt ?? last.dueAt ?? NEVER}~${last.serial}` : null,
    };
  }

  async counts(me: Caller, filter: QueueFilter): Promise<QueueCounts> {
    const query = this.waiting(me, filter).select('COUNT(*)', 'all');
    queueViews.forEach((view) => query.addSelect(`COALESCE(SUM(${shown[view]}), 0)`, view));
    const counted = await query.getRawOne<Record<keyof QueueCounts, string>>();
    const countOf = (view: keyof QueueCounts): number => Number(counted?.[view] ?? 0);
    return {
      all: countOf('all'),
      late: countOf('late'),
      soon: countOf('soon'),
      mine: countOf('mine'),
      free: countOf('free'),
      again: countOf('again'),
    };
  }

  private waiting({ personId, position }: Caller, { search, category, mode }: QueueFilter): SelectQueryBuilder<Submission> {
    const now = this.clock.now();
    const query = withStageAndUnit(this.database.manager.createQueryBuilder(Submission, 's'))
      .where("s.deskId = :desk AND s.state <> 'suspected'", { desk: position.organisationId })
      .setParameters({ me: personId, now: toDatabase(now) })
      .setParameter('soon', new Date(Date.parse(now) + SOON_MILLIS));
    if (category !== undefined) {
      query.andWhere('s.category = :category', { category });
    }
    if (mode !== undefined) {
      query.andWhere('s.mode = :mode', { mode });
    }
    (search?.trim().split(/\s+/) ?? []).forEach((word, index) =>
      query.andWhere(`(s.name LIKE :word${index} OR CONVERT(s.serial USING utf8mb4) LIKE :word${index} OR unit.name LIKE :word${index})`, {
        [`word${index}`]: containing(word),
      }),
    );
    return query;
  }
}

/** Of what was typed nothing is a wildcard. */
const containing = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
