import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that hand over a one-time link, by its id. */
export class OneTimeLinks20261208000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mail_outbox ADD COLUMN linkId VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mail_outbox DROP COLUMN linkId');
  }
}
