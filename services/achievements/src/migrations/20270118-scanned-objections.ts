import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of objections are scanned as evidence is. */
export class ScannedObjections20270118000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE objection_file ADD COLUMN scannedAt DATETIME(3) NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE objection_file DROP COLUMN scannedAt');
  }
}
