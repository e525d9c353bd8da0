import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A suspicion of secrecy stops a submission, and its deadline goes on with the days that were left (P17). */
export class Suspicions20261203000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submission ADD COLUMN daysLeft INT NULL, ADD COLUMN excluded TINYINT(1) NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE deadline ADD COLUMN days INT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deadline DROP COLUMN days');
    await runner.query('ALTER TABLE submission DROP COLUMN excluded, DROP COLUMN daysLeft');
  }
}
