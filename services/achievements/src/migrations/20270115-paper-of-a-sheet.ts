import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which summary sheet the paper is; of what came before this was kept it is taken to be the one that stands. */
export class PaperOfASheet20270115000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE paper_sheet ADD digest CHAR(64) CHARACTER SET ascii NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE paper_sheet DROP digest');
  }
}
