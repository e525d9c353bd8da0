import type { MigrationInterface, QueryRunner } from 'typeorm';

const lastTold = 'SELECT recipientId, digestOn, MAX(id) AS id FROM reminder WHERE digestOn IS NOT NULL GROUP BY recipientId, digestOn';

/**
 * A reminder is written once: which digest told it follows from the digests of its recipient, so that telling changes no row of the ledger.
 * What somebody had not been told, though he had been told a later row, goes to the ledger's end.
 */
export class AppendOnlyReminders20270112000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE digest ADD COLUMN toldUpTo BIGINT NOT NULL DEFAULT 0');
    await queryRunner.query(
      `UPDATE digest d JOIN (${lastTold}) r ON r.recipientId = d.personId AND r.digestOn = d.digestOn SET d.toldUpTo = r.id`,
    );
    await queryRunner.query('SET @last = (SELECT MAX(id) FROM reminder)');
    await queryRunner.query(
      `UPDATE reminder r JOIN (SELECT personId, MAX(toldUpTo) AS id FROM digest GROUP BY personId) told ON told.personId = r.recipientId
       SET r.id = (@last := @last + 1) WHERE r.digestOn IS NULL AND r.id < told.id`,
    );
    await queryRunner.query('CREATE TABLE digest_mark (id TINYINT NOT NULL PRIMARY KEY, toldUpTo BIGINT NOT NULL) ENGINE=InnoDB');
    await queryRunner.query(
      `INSERT INTO digest_mark SELECT 1, COALESCE((SELECT MIN(id) - 1 FROM reminder WHERE digestOn IS NULL), (SELECT MAX(id) FROM reminder), 0)`,
    );
    await queryRunner.query(
      `ALTER TABLE reminder DROP INDEX reminder_untold, DROP COLUMN digestOn, ADD INDEX reminder_recipient (recipientId, id), AUTO_INCREMENT = 1`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE reminder DROP INDEX reminder_recipient, ADD COLUMN digestOn DATE NULL');
    await queryRunner.query(
      'UPDATE reminder r SET digestOn = (SELECT MIN(d.digestOn) FROM digest d WHERE d.personId = r.recipientId AND d.toldUpTo >= r.id)',
    );
    await queryRunner.query('ALTER TABLE reminder ADD INDEX reminder_untold (digestOn, recipientId, remindedOn)');
    await queryRunner.query('DROP TABLE digest_mark');
    await queryRunner.query('ALTER TABLE digest DROP COLUMN toldUpTo');
  }
}
