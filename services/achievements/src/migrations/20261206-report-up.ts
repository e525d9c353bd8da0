import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** In order of creation; dropped in the opposite order. */
const tables: Record<string, string> = {
  report_bundle: `
    id ${word(20)} NOT NULL PRIMARY KEY, state ${word(12)} NOT NULL, openedAt DATETIME(3) NOT NULL, closesAt DATETIME(3) NOT NULL,
    itemCount INT NOT NULL, attempts INT NOT NULL, triedAt DATETIME(3) NULL, nextTryAt DATETIME(3) NULL, lastFault ${word(40)} NULL,
    collecting TINYINT AS (CASE WHEN state = _ascii'collecting' THEN 1 ELSE NULL END) PERSISTENT,
    UNIQUE INDEX report_bundle_one_collecting (collecting)`,
  report_item: `
    id ${word(40)} NOT NULL PRIMARY KEY, bundleId ${word(20)} NOT NULL, position INT NOT NULL, kind ${word(16)} NOT NULL,
    serial ${word(20)} NOT NULL, round INT NOT NULL, registrationNumber CHAR(12) CHARACTER SET ascii NOT NULL, approvedOn DATE NOT NULL,
    collectedAt DATETIME(3) NOT NULL, state ${word(16)} NOT NULL, answeredAt DATETIME(3) NULL, receipt VARCHAR(80) NULL,
    waitingSerial ${word(20)} AS (CASE WHEN state = _ascii'waiting' AND kind = _ascii'registration' THEN serial ELSE NULL END) PERSISTENT,
    UNIQUE INDEX report_item_one_waiting (waitingSerial), UNIQUE INDEX report_item_position (bundleId, position),
    INDEX report_item_serial (serial)`,
  sealed_bundle: `
    bundleId ${word(20)} NOT NULL PRIMARY KEY, sha256 CHAR(64) CHARACTER SET ascii NOT NULL, bytes BIGINT NOT NULL, keyId ${word(32)} NOT NULL,
    sealedAt DATETIME(3) NOT NULL`,
};

/** What is reported up in bundles to the ministry's registry (P37). */
export class ReportUp20261206000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) {
      await runner.query(`CREATE TABLE ${name} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).reverse()) {
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}
