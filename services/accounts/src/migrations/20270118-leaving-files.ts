import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that are to leave the disk once nothing holds them. */
export class LeavingFiles2027011800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE leaving_file (sha256 CHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE leaving_file');
  }
}
