import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Limits are set over the API: of two for the same waits that begin on one day, one. */
export class LimitRows20261224010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE limit_rule ADD UNIQUE INDEX limit_from (about, scope, effectiveFrom)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE limit_rule DROP INDEX limit_from');
  }
}
