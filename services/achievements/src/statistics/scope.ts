import type { Caller } from '@dengke/contract';
import type { SelectQueryBuilder } from 'typeorm';
import { SubmissionLeg } from '../acts/submission-leg.entity';
import type { Submission } from '../acts/submission.entity';
import type { SubmissionsService } from '../submissions/submissions.service';
import type { Counted } from './counting';
import type { StatisticsQuery } from './statistics.dto';

/** Serials of what is asked for. The scope is a condition of the query: what is outside it is never read. */
export async function inScope(
  submissions: SubmissionsService,
  me: Caller,
  own: readonly string[],
  { window, registrationYear, organisation }: StatisticsQuery,
): Promise<SelectQueryBuilder<Submission>> {
  const query = (await submissions.within(me)).select('s.serial', 'serial');
  if (window !== undefined) {
    query.andWhere('s.windowId = :window', { window });
  }
  if (registrationYear !== undefined) {
    query.andWhere('s.registrationYear = :registrationYear', { registrationYear });
  }
  if (organisation !== undefined) {
    const below = query
      .subQuery()
      .select('1')
      .from(SubmissionLeg, 'below')
      .innerJoin(SubmissionLeg, 'place', 'place.serial = below.serial');
    below.where('below.serial = s.serial AND below.organisationId = :organisation AND below.position <= place.position');
    query.andWhere(`EXISTS ${below.andWhere('place.organisationId IN (:...places)').getQuery()}`, { organisation, places: own });
  }
  return query;
}

export function sqlOf(query: SelectQueryBuilder<Submission>): Counted {
  const [sql, parameters] = query.getQueryAndParameters();
  return { sql, parameters };
}
