import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['credential_application', 'organiser_application'];

/** Which limit an application goes by, and for how many days more: it can be moved to another limit, and past a lost day (P32). */
export class ApplicationLimits2027010100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.query(`alter table ${table}
        add limitId varchar(40) character set ascii collate ascii_bin null after due,
        add extraDays int unsigned not null default 0 after limitId`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.query(`alter table ${table} drop column extraDays, drop column limitId`);
    }
  }
}
