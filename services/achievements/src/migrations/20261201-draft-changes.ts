import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Who changed which field of a draft when, and what stood there before. */
export class DraftChanges20261201010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE draft_change (
      draftId ${word(64)} NOT NULL, version INT NOT NULL, field ${word(80)} NOT NULL, former JSON NOT NULL,
      changedBy ${word(64)} NOT NULL, changedAt DATETIME(3) NOT NULL, PRIMARY KEY (draftId, version, field)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE draft_change');
  }
}
