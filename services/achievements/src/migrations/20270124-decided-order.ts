import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a desk has decided, the newest first: a page of it is read from an index. */
export class DecidedOrder20270124000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submission_stage ADD INDEX submission_stage_desk (deskId, decidedAt, serial, position, round)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submission_stage DROP INDEX submission_stage_desk');
  }
}
