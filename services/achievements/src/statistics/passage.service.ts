import { shanghaiDateOf } from '@dengke/calendar';
import { stageKinds } from '@dengke/contract';
import type { Caller, StageKind } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { SubmissionsService } from '../submissions/submissions.service';
import type { Counted } from './counting';
import { spreadOf } from './days';
import type { DayCount } from './days';
import { inScope, sqlOf } from './scope';
import type { MonthCount, PassageDto, StagePassage, StatisticsQuery } from './statistics.dto';

const passing = "('release', 'recommend', 'approve', 'acknowledge')";
type Numbers<Key extends string> = Record<Key, string>;

/** How submissions go along their routes: how many come to each stage, what becomes of them there, and how many days that takes. */
@Injectable()
export class PassageService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly submissions: SubmissionsService,
  ) {}

  async of(me: Caller, query: StatisticsQuery): Promise<PassageDto> {
    const countedOn = shanghaiDateOf(this.clock.now());
    const own = await this.submissions.ownOf(me);
    const counted = sqlOf(
      (await inScope(this.submissions, me, own, query)).andWhere(
        "s.state <> 'suspected' AND NOT (s.excluded AND s.registrationNumber IS NULL)",
      ),
    );
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const totals = await totalsOf(manager, counted);
      return { countedOn, ...totals, stages: await stagesOf(manager, counted), months: await monthsOf(manager, counted) };
    });
  }
}

async function totalsOf(
  manager: EntityManager,
  { sql, parameters }: Counted,
): Promise<Pick<PassageDto, 'submitted' | 'registered' | 'ended'>> {
  const [row] = await manager.query<Numbers<'submitted' | 'registered' | 'ended'>[]>(
    `SELECT COUNT(*) AS submitted, COALESCE(SUM(s.registrationNumber IS NOT NULL), 0) AS registered,
       COALESCE(SUM(s.state IN ('rejected', 'withdrawn', 'closed')), 0) AS ended FROM submission s WHERE s.serial IN (${sql})`,
    parameters,
  );
  return { submitted: Number(row?.submitted), registered: Number(row?.registered), ended: Number(row?.ended) };
}

async function stagesOf(manager: EntityManager, { sql, parameters }: Counted): Promise<StagePassage[]> {
  const counts = await manager.query<(Numbers<'reached' | 'passed' | 'returned' | 'waiting'> & { kind: StageKind })[]>(
    `SELECT st.kind, COUNT(DISTINCT st.serial) AS reached, COUNT(DISTINCT IF(st.decision IN ${passing}, st.serial, NULL)) AS passed,
       COUNT(DISTINCT IF(st.decision = 'return', st.serial, NULL)) AS returned,
       COUNT(DISTINCT IF(s.position = st.position AND s.round = st.round AND st.decision IS NULL, st.serial, NULL)) AS waiting
     FROM submission_stage st JOIN submission s ON s.serial = st.serial WHERE st.serial IN (${sql}) GROUP BY st.kind`,
    parameters,
  );
  const days = await manager.query<(Numbers<'days' | 'count'> & { kind: StageKind })[]>(
    `SELECT st.kind, FLOOR(TIMESTAMPDIFF(HOUR, st.startedAt, st.decidedAt) / 24) AS days, COUNT(*) AS count FROM submission_stage st
     WHERE st.decidedAt IS NOT NULL AND st.serial IN (${sql}) GROUP BY st.kind, days ORDER BY days`,
    parameters,
  );
  return stageKinds.flatMap((kind): StagePassage[] => {
    const row = counts.find((one) => one.kind === kind);
    const taken = days.filter((one) => one.kind === kind).map((one): DayCount => ({ days: Number(one.days), count: Number(one.count) }));
    return row === undefined
      ? []
      : [
          {
            ...{ kind, reached: Number(row.reached), passed: Number(row.passed), returned: Number(row.returned) },
            ...{ waiting: Number(row.waiting), spread: spreadOf(taken), days: taken },
          },
        ];
  });
}

/** By the month in Shanghai. */
async function monthsOf(manager: EntityManager, { sql, parameters }: Counted): Promise<MonthCount[]> {
  const rows = await manager.query<(Numbers<'submitted' | 'registered'> & { month: string })[]>(
    `SELECT month, SUM(submitted) AS submitted, SUM(registered) AS registered FROM (
       SELECT DATE_FORMAT(s.firstSubmittedAt + INTERVAL 8 HOUR, '%Y-%m') AS month, 1 AS submitted, 0 AS registered
       FROM submission s WHERE s.serial IN (${sql})
       UNION ALL SELECT DATE_FORMAT(s.approvedOn, '%Y-%m'), 0, 1 FROM submission s WHERE s.approvedOn IS NOT NULL AND s.serial IN (${sql})
     ) each_one GROUP BY month ORDER BY month`,
    [...parameters, ...parameters],
  );
  return rows.map(({ month, submitted, registered }) => ({ month, submitted: Number(submitted), registered: Number(registered) }));
}
