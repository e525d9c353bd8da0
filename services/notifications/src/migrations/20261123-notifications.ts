import { createLedgerTables, dropLedgerTables } from '@dengke/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
const instant = 'DATETIME(3)';

/** In order of creation; dropped in the opposite order. */
const tables: Record<string, string> = {
  organisation: `
    id ${id} NOT NULL PRIMARY KEY, name VARCHAR(200) NOT NULL, kind ${word(20)} NOT NULL, path ${word(600)} NOT NULL, areaCode ${word(6)} NULL`,
  recipient: `
    personId ${id} NOT NULL PRIMARY KEY, name VARCHAR(60) NOT NULL, mail VARCHAR(254) NULL`,
  recipient_position: `
    positionId ${id} NOT NULL PRIMARY KEY, personId ${id} NOT NULL, organisationId ${id} NOT NULL, organisationKind ${word(20)} NOT NULL, role ${word(20)} NOT NULL,
    INDEX position_desk (organisationId, role, personId), INDEX position_person (personId)`,
  message: `
    id ${id} NOT NULL PRIMARY KEY, eventKey ${word(120)} NOT NULL, recipientId ${id} NOT NULL, kind ${word(40)} NOT NULL, subject VARCHAR(400) NOT NULL,
    at ${instant} NOT NULL, about JSON NOT NULL, readAt ${instant} NULL,
    UNIQUE INDEX message_once (eventKey, recipientId), INDEX message_inbox (recipientId, id), INDEX message_unread (recipientId, readAt, id)`,
  mail_outbox: `
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, eventKey ${word(120)} NOT NULL, recipientId ${id} NOT NULL, subject VARCHAR(400) NOT NULL, body TEXT NOT NULL,
    at ${instant} NOT NULL, state ${word(8)} NOT NULL, attempts INT NOT NULL, unanswered INT NOT NULL, nextAttemptAt ${instant} NOT NULL, settledAt ${instant} NULL,
    lastAnswer ${word(40)} NULL,
    UNIQUE INDEX mail_once (eventKey, recipientId), INDEX mail_waiting (state, nextAttemptAt, id)`,
  reminder: `
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, deadlineId ${word(80)} NOT NULL, rung ${word(24)} NOT NULL, recipientId ${id} NOT NULL, remindedOn DATE NOT NULL,
    subject ${word(80)} NOT NULL, organisationId ${id} NULL, dueOn DATE NOT NULL, notedAt ${instant} NOT NULL, digestOn DATE NULL,
    UNIQUE INDEX reminder_once (deadlineId, rung, recipientId), INDEX reminder_day (remindedOn, id), INDEX reminder_waiting (digestOn, remindedOn, recipientId)`,
  digest: `
    personId ${id} NOT NULL, digestOn DATE NOT NULL, at ${instant} NOT NULL, reminders INT NOT NULL, PRIMARY KEY (personId, digestOn)`,
};

/** What was told to whom, the replicas it needs for that, and how far the feeds of accounts and achievements were read. */
export class Notifications20261123000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createLedgerTables(queryRunner);
    for (const [name, columns] of Object.entries(tables)) {
      await queryRunner.query(`CREATE TABLE ${name} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).reverse()) {
      await queryRunner.query(`DROP TABLE ${name}`);
    }
    await dropLedgerTables(queryRunner);
  }
}
