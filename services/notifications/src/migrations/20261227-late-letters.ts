import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far up the cascade a late letter has come; of what was late before, its issuer has heard. */
export class LateLetters20261227010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE notice ADD COLUMN steps INT UNSIGNED NOT NULL DEFAULT 0 AFTER urgedOn');
    await queryRunner.query("UPDATE notice SET steps = 1 WHERE state = 'due'");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE notice DROP COLUMN steps');
  }
}
