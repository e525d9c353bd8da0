import type { MigrationInterface, QueryRunner } from 'typeorm';

const waitingFor = (condition: string): string => `
  ADD COLUMN waitingSerial VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin AS (CASE WHEN ${condition} THEN serial ELSE NULL END) PERSISTENT,
  ADD UNIQUE INDEX report_item_one_waiting (waitingSerial)`;

/** What was reported up and is corrected or cancelled is reported up too (P36): an item tells one version of a certificate, and one of a submission waits. */
export class ReportChanges20261221000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE report_item ADD COLUMN certificateVersion INT NOT NULL DEFAULT 1 AFTER round');
    await runner.query('ALTER TABLE report_item DROP INDEX report_item_one_waiting, DROP COLUMN waitingSerial');
    await runner.query(`ALTER TABLE report_item ${waitingFor("state = _ascii'waiting'")}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE report_item DROP INDEX report_item_one_waiting, DROP COLUMN waitingSerial');
    await runner.query(`ALTER TABLE report_item ${waitingFor("state = _ascii'waiting' AND kind = _ascii'registration'")}`);
    await runner.query('ALTER TABLE report_item DROP COLUMN certificateVersion');
  }
}
