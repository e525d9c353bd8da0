import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public page of a window says beside its dates. */
export class WindowInformation20261225000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE window_information (
      windowId VARCHAR(40) NOT NULL PRIMARY KEY, contacts JSON NOT NULL, manuals JSON NOT NULL, version INT NOT NULL
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE window_information');
  }
}
