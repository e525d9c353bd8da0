import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses at which people read their deadlines as a calendar. */
export class CalendarFeed20261225000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE calendar_feed (
      personId VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, number INT UNSIGNED NOT NULL, open BOOLEAN NOT NULL
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE calendar_feed');
  }
}
