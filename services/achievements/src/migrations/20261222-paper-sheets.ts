import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Which summary sheets have been handed in and received on paper. */
export class PaperSheets20261222000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE paper_sheet (
      windowId ${word(40)} NOT NULL, organisationId ${word(64)} NOT NULL, handedInAt DATETIME(3) NULL, handedInBy ${word(64)} NULL,
      receivedAt DATETIME(3) NULL, receivedBy ${word(64)} NULL, PRIMARY KEY (windowId, organisationId)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE paper_sheet');
  }
}
