import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the day of a reminder lies past the calendar's horizon: the digest says so (P40). */
export class ProvisionalReminders20270102010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE reminder ADD COLUMN provisional BOOLEAN NOT NULL DEFAULT FALSE AFTER dueOn');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE reminder DROP COLUMN provisional');
  }
}
