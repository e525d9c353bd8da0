import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Files that arrive in pieces, are scanned for viruses, and what was found. */
export class Uploads20261207000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evidence ADD COLUMN scannedAt DATETIME(3) NULL, ADD INDEX evidence_scan (scannedAt, sha256)');
    await runner.query(`CREATE TABLE upload (
      id ${word(64)} NOT NULL PRIMARY KEY, draftId ${word(64)} NOT NULL, personId ${word(64)} NOT NULL, bytes INT NOT NULL,
      expiresAt DATETIME(3) NOT NULL, INDEX upload_person (personId), INDEX upload_expiry (expiresAt)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await runner.query(`CREATE TABLE quarantined_file (
      sha256 ${word(64)} NOT NULL PRIMARY KEY, signature VARCHAR(200) NOT NULL, draftId ${word(64)} NOT NULL, personId ${word(64)} NOT NULL,
      foundAt DATETIME(3) NOT NULL
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quarantined_file');
    await runner.query('DROP TABLE upload');
    await runner.query('ALTER TABLE evidence DROP INDEX evidence_scan, DROP COLUMN scannedAt');
  }
}
