import { leadsTo, submissionActs } from '@dengke/contract';
import type { SubmissionAct, SubmissionState } from '@dengke/contract';
import type { DataSource } from 'typeorm';

interface Led {
  subject: string;
  act: SubmissionAct;
  before: SubmissionState;
  after: SubmissionState;
}

/** Every act that a spec has had judged led where the table of acts says, from which docs/journey.md draws its states. @throws Error with those that did not */
export async function ledAsTheTableSays(database: DataSource): Promise<void> {
  const entries = await database.query<Led[]>(
    `SELECT * FROM (
       SELECT subject, kind AS act, LAG(JSON_VALUE(detail, '$.state')) OVER (PARTITION BY subject ORDER BY number) AS \`before\`,
              JSON_VALUE(detail, '$.state') AS after
         FROM ledger_entry WHERE subject LIKE 'submission/%' AND kind IN (?)) led WHERE \`before\` IS NOT NULL OR act = 'submit'`,
    [submissionActs],
  );
  const otherwise = entries.filter(({ act, before, after }) => !leadsTo(act, before).includes(after));
  if (otherwise.length > 0) {
    throw new Error(otherwise.map(({ subject, act, before, after }) => `${subject}: ${act} led from ${before} to ${after}`).join('\n'));
  }
}
