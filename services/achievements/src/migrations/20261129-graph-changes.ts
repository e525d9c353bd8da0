import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Organisations that close, and for whom a deputy decided. */
export class GraphChanges20261129000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE organisation
      MODIFY name VARCHAR(200) NOT NULL, MODIFY path ${word(600)} NOT NULL,
      ADD COLUMN closed TINYINT(1) NOT NULL DEFAULT 0, ADD COLUMN successorId ${word(64)} NULL, ADD INDEX organisation_successor (successorId)`);
    await runner.query(`ALTER TABLE submission_stage ADD COLUMN decidedFor ${word(64)} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submission_stage DROP COLUMN decidedFor');
    await runner.query(`ALTER TABLE organisation
      DROP INDEX organisation_successor, DROP COLUMN successorId, DROP COLUMN closed,
      MODIFY name VARCHAR(120) NOT NULL, MODIFY path ${word(500)} NOT NULL`);
  }
}
