import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail with a one-time link knows who issued the login, to tell him where it did not arrive. */
export class LinkIssuers20261220000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mail_outbox ADD COLUMN issuedBy VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mail_outbox DROP COLUMN issuedBy');
  }
}
