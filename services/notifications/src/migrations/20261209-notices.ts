import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
const id = word(64);
const instant = 'DATETIME(3)';
/** What cannot be told by words alone stands under the digest of its content. */
const digest = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';

/** In order of creation; dropped in the opposite order. */
const tables: Record<string, string> = {
  notice: `
    id ${id} NOT NULL PRIMARY KEY, rootId ${id} NOT NULL, parentId ${id} NULL, path ${word(600)} NOT NULL, issuerId ${id} NOT NULL, issuedBy ${id} NOT NULL,
    documentNumber VARCHAR(60) NULL, title VARCHAR(200) NOT NULL, body TEXT NOT NULL, isPublic TINYINT NOT NULL, form ${word(20)} NULL, dueOn DATE NULL,
    reach ${word(12)} NOT NULL, state ${word(12)} NOT NULL, issuedAt ${instant} NOT NULL, dueAt ${instant} NULL, urgedOn DATE NULL, toldFact INT UNSIGNED NOT NULL,
    lastFact INT UNSIGNED NOT NULL, version INT UNSIGNED NOT NULL,
    UNIQUE INDEX notice_number (issuerId, documentNumber), INDEX notice_tree (rootId, path), INDEX notice_public (isPublic, state, id)`,
  notice_copy: `
    id ${id} NOT NULL PRIMARY KEY, noticeId ${id} NOT NULL, organisationId ${id} NOT NULL, state ${word(12)} NOT NULL, sentAt ${instant} NOT NULL, readAt ${instant} NULL,
    signedAt ${instant} NULL, forwardedAt ${instant} NULL, answeredAt ${instant} NULL, escalatedAt ${instant} NULL, version INT UNSIGNED NOT NULL,
    UNIQUE INDEX notice_copy_once (noticeId, organisationId), INDEX notice_copy_received (organisationId, noticeId), INDEX notice_copy_waiting (answeredAt, id),
    CONSTRAINT notice_copy_notice FOREIGN KEY (noticeId) REFERENCES notice (id)`,
  notice_answer: `
    copyId ${id} NOT NULL PRIMARY KEY, form ${word(20)} NOT NULL, filledIn TEXT NOT NULL, answeredAt ${instant} NOT NULL, answeredBy ${id} NOT NULL,
    CONSTRAINT notice_answer_copy FOREIGN KEY (copyId) REFERENCES notice_copy (id)`,
  notice_file: `
    id ${id} NOT NULL PRIMARY KEY, organisationId ${id} NOT NULL, uploadedBy ${id} NOT NULL, uploadedAt ${instant} NOT NULL, noticeId ${id} NULL, copyId ${id} NULL,
    fileName VARCHAR(200) NOT NULL, mediaType VARCHAR(100) NOT NULL, bytes INT UNSIGNED NOT NULL, sha256 ${digest} NOT NULL,
    INDEX notice_file_annexes (noticeId, id), INDEX notice_file_scan (copyId, id),
    CONSTRAINT notice_file_notice FOREIGN KEY (noticeId) REFERENCES notice (id), CONSTRAINT notice_file_copy FOREIGN KEY (copyId) REFERENCES notice_copy (id)`,
};

/** Notices, their copies for the addressees, answers and files; and of organisations from whom their notices come (graph 3). */
export class Notices20261209000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE organisation ADD COLUMN noticeParentId ${id} NULL, ADD COLUMN closed TINYINT NOT NULL DEFAULT 0,
       ADD INDEX organisation_by_notice_parent (noticeParentId, id)`,
    );
    // The replica reads accounts' feed once more, and so learns of those that are there already from whom their notices come.
    await queryRunner.query("DELETE FROM feed_cursor WHERE source = 'accounts'");
    for (const [name, columns] of Object.entries(tables)) {
      await queryRunner.query(`CREATE TABLE ${name} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).reverse()) {
      await queryRunner.query(`DROP TABLE ${name}`);
    }
    await queryRunner.query(
      'ALTER TABLE organisation DROP INDEX organisation_by_notice_parent, DROP COLUMN noticeParentId, DROP COLUMN closed',
    );
  }
}
