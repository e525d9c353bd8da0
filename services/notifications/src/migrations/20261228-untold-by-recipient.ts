import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Digests are written some people at a time: what each of them has not been told is found without reading what all others wait for. */
export class UntoldByRecipient20261228000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE reminder ADD INDEX reminder_untold (digestOn, recipientId, remindedOn), DROP INDEX reminder_waiting',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE reminder ADD INDEX reminder_waiting (digestOn, remindedOn, recipientId), DROP INDEX reminder_untold',
    );
  }
}
