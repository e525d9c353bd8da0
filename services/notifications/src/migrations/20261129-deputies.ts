import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A deputy is told until his time is over. */
export class Deputies20261129000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE recipient_position ADD COLUMN endsAt DATETIME(3) NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE recipient_position DROP COLUMN endsAt');
  }
}
