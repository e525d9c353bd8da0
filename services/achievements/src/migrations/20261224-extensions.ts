import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days by which a deadline was extended. */
export class Extensions20261224000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deadline ADD COLUMN extraDays INT NOT NULL DEFAULT 0 AFTER days');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deadline DROP COLUMN extraDays');
  }
}
