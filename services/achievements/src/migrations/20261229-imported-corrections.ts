import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** What was registered before can be corrected: its newest row finds duplicates of it. */
export class ImportedCorrections20261229010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE imported_correction (
      serial ${word(20)} NOT NULL PRIMARY KEY, number CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      changes JSON NOT NULL, document JSON NOT NULL, correctedBy ${word(64)} NOT NULL, correctedAt DATETIME(3) NOT NULL,
      INDEX imported_correction_number (number, serial)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await runner.query(`ALTER TABLE imported_registration DROP INDEX imported_registration_number,
      ADD UNIQUE INDEX imported_registration_of_number (number, serial)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE i FROM imported_registration i JOIN imported_correction c ON c.serial = i.serial');
    await runner.query(`ALTER TABLE imported_registration DROP INDEX imported_registration_of_number,
      ADD UNIQUE INDEX imported_registration_number (number)`);
    await runner.query('DROP TABLE imported_correction');
  }
}
