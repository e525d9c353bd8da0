import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Empties the locked versions of one submission: the only way in which any leaves the database (P27, decision 0019). It runs with the rights of who migrates, and
 * believes nothing but the ledger, which no service can change: the disposal is recorded, and there never was a number.
 */
const ERASE_VERSIONS = `
  CREATE PROCEDURE erase_versions(IN ofSerial VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin)
  MODIFIES SQL DATA SQL SECURITY DEFINER
  UPDATE submission_version SET form = '{}', evidence = '[]' WHERE serial = ofSerial
  AND EXISTS (SELECT 1 FROM ledger_entry WHERE subject = CONCAT(_ascii'disposal/submission/', ofSerial) AND kind = 'dispose')
  AND NOT EXISTS (
    SELECT 1 FROM ledger_entry WHERE subject = CONCAT(_ascii'submission/', ofSerial) AND JSON_VALUE(detail, '$.registrationNumber') IS NOT NULL)`;

/** What a submission held goes when its term is over; that it was disposed of stays. */
export class Retention20261229000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submission ADD COLUMN disposedAt DATETIME(3) NULL');
    await runner.query(ERASE_VERSIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP PROCEDURE erase_versions');
    await runner.query('ALTER TABLE submission DROP COLUMN disposedAt');
  }
}
