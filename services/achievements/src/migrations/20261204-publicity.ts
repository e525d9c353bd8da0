import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
const published = `name VARCHAR(200) NOT NULL, category ${word(8)} NOT NULL, units JSON NOT NULL, completers JSON NOT NULL, summary TEXT NOT NULL`;

/** In order of creation; dropped in the opposite order. */
const tables: Record<string, string> = {
  publicity_entry: `
    serial ${word(20)} NOT NULL PRIMARY KEY, ${published}, fromOn DATE NOT NULL, toOn DATE NOT NULL, leftAt DATETIME(3) NULL,
    INDEX publicity_entry_open (leftAt, serial)`,
  register_entry: `
    number CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, ${published},
    registrationYear SMALLINT NOT NULL, approvedOn DATE NOT NULL, areaCode ${word(6)} NOT NULL, unitKind ${word(20)} NULL, windowId ${word(40)} NULL,
    cancelledOn DATE NULL,
    INDEX register_entry_newest (approvedOn, number)`,
  objection: `
    receipt ${word(12)} NOT NULL PRIMARY KEY, serial ${word(20)} NOT NULL, unitId ${word(64)} NOT NULL, deskId ${word(64)} NOT NULL,
    state ${word(16)} NOT NULL, flaw ${word(12)} NULL, kinds JSON NOT NULL, objector ${word(8)} NOT NULL,
    name VARCHAR(1000) NULL, contact VARCHAR(1000) NULL, secretDigest CHAR(64) CHARACTER SET ascii NOT NULL,
    receivedAt DATETIME(3) NOT NULL, acceptedAt DATETIME(3) NULL, closedAt DATETIME(3) NULL, disposeOn DATE NULL, version INT NOT NULL,
    INDEX objection_serial (serial, state), INDEX objection_desk (deskId, state, receipt)`,
  objection_file: `
    receipt ${word(12)} NOT NULL, part ${word(8)} NOT NULL, fileName VARCHAR(200) NOT NULL, mediaType ${word(100)} NOT NULL, bytes BIGINT NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii NOT NULL, PRIMARY KEY (receipt, part)`,
  number_gap: `
    series ${word(16)} NOT NULL, fromValue INT NOT NULL, toValue INT NOT NULL, recordedAt DATETIME(3) NOT NULL, PRIMARY KEY (series, fromValue)`,
};

/** 公示, 异议, the public register, and the numbers that were never given. */
export class Publicity20261204000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) {
      await runner.query(`CREATE TABLE ${name} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    }
    await runner.query('ALTER TABLE submission ADD COLUMN publicityEndsAt DATETIME(3) NULL, ADD COLUMN heldAt DATETIME(3) NULL');
    await runner.query('ALTER TABLE number_series ADD COLUMN lastGiven INT NULL');
    await runner.query('UPDATE number_series SET lastGiven = lastValue');
    await runner.query(`ALTER TABLE organisation ADD COLUMN unitKind ${word(20)} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation DROP COLUMN unitKind');
    await runner.query('ALTER TABLE number_series DROP COLUMN lastGiven');
    await runner.query('ALTER TABLE submission DROP COLUMN heldAt, DROP COLUMN publicityEndsAt');
    for (const name of Object.keys(tables).reverse()) {
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}
