import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On which day an addressee was urged by itself. */
export class UrgedCopies20270101010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE notice_copy ADD COLUMN urgedOn DATE NULL AFTER escalatedAt');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE notice_copy DROP COLUMN urgedOn');
  }
}
