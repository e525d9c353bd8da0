import type { MigrationInterface, QueryRunner } from 'typeorm';

const never = "TIMESTAMP'9999-12-31 00:00:00'";
/** What binds is what `bindingCutOff` says: not the department's stage and what comes after, nor a suspicion. */
const cutOff = `IF(windowOutcome IS NULL AND (state = 'returned' OR (state = 'in-review' AND stage IN ('unit', 'municipal', 'organiser'))),
      COALESCE(cutOffAt, ${never}), ${never})`;

const madeOf = (expression: string): string => `ALTER TABLE submission DROP INDEX submission_queue, DROP waitsUntil,
  ADD waitsUntil DATETIME(3) AS (${expression}) PERSISTENT, ADD INDEX submission_queue (deskId, waitsUntil, serial)`;

/** A desk's queue in the order of the days that bind: the window's cut-off where it comes before the limit. */
export class QueueBindingDay20270120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(madeOf(`COALESCE(escalatedAt, LEAST(COALESCE(dueAt, ${never}), ${cutOff}))`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(madeOf(`COALESCE(dueAt, escalatedAt, ${never})`));
  }
}
