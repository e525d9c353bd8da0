import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
const clock = 'CHAR(5) CHARACTER SET ascii COLLATE ascii_bin';

const tables: Record<string, string> = {
  channel_choice: `personId ${id} NOT NULL, topic ${word(16)} NOT NULL, mail BOOLEAN NOT NULL, sms BOOLEAN NOT NULL, PRIMARY KEY (personId, topic)`,
  quiet_hours: `personId ${id} NOT NULL PRIMARY KEY, beginAt ${clock} NOT NULL, endAt ${clock} NOT NULL`,
  sms_outbox: `
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, eventKey ${word(120)} NOT NULL, recipientId ${id} NOT NULL, text VARCHAR(420) NOT NULL, state ${word(8)} NOT NULL,
    attempts INT NOT NULL, nextAttemptAt DATETIME(3) NOT NULL, notBefore DATETIME(3) NULL, lastAnswer ${word(40)} NULL,
    UNIQUE INDEX sms_once (eventKey, recipientId), INDEX sms_waiting (state, nextAttemptAt, id)`,
  bounced_address: `personId ${id} NOT NULL PRIMARY KEY, mail VARCHAR(1000) NOT NULL, answer ${word(40)} NOT NULL, at DATETIME(3) NOT NULL`,
};

/** How people want to be told: by which way, when not, and which addresses were refused; mails know their topic and may wait. */
export class Channels20261210000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) {
      await queryRunner.query(`CREATE TABLE ${name} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    }
    await queryRunner.query(`ALTER TABLE mail_outbox ADD COLUMN topic ${word(16)} NULL, ADD COLUMN notBefore DATETIME(3) NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mail_outbox DROP COLUMN topic, DROP COLUMN notBefore');
    for (const name of Object.keys(tables).reverse()) {
      await queryRunner.query(`DROP TABLE ${name}`);
    }
  }
}
