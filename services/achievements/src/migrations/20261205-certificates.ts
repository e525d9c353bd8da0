import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** In order of creation; dropped in the opposite order. */
const tables: Record<string, string> = {
  certificate: `
    number ${word(12)} NOT NULL, version INT NOT NULL, serial ${word(20)} NOT NULL,
    name VARCHAR(200) NOT NULL, category ${word(8)} NOT NULL, units JSON NOT NULL, completers JSON NOT NULL,
    studyFrom ${word(7)} NOT NULL, studyTo ${word(7)} NOT NULL, approvedOn DATE NOT NULL, registrar VARCHAR(120) NOT NULL,
    issuedAt DATETIME(3) NOT NULL, digest CHAR(64) CHARACTER SET ascii NOT NULL, sealed TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    standing ${word(12)} NOT NULL, endedAt DATETIME(3) NULL,
    validNumber ${word(12)} AS (CASE WHEN standing = _ascii'valid' THEN number END) PERSISTENT,
    PRIMARY KEY (number, version), UNIQUE INDEX certificate_one_valid (validNumber), INDEX certificate_serial (serial, version)`,
  correction: `
    id ${word(64)} NOT NULL PRIMARY KEY, serial ${word(20)} NOT NULL, unitId ${word(64)} NOT NULL, deskId ${word(64)} NOT NULL,
    registrationNumber ${word(12)} NOT NULL, changes JSON NOT NULL, document JSON NOT NULL, askedBy ${word(64)} NOT NULL, askedAt DATETIME(3) NOT NULL,
    state ${word(12)} NOT NULL, due JSON NOT NULL, startOn DATE NOT NULL, dueOn DATE NOT NULL, dueAt DATETIME(3) NULL, escalatedAt DATETIME(3) NULL,
    certificateVersion INT NULL, lastFact INT NOT NULL, lastAt DATETIME(3) NOT NULL, version INT NOT NULL,
    openSerial ${word(20)} AS (CASE WHEN state = _ascii'asked' THEN serial END) PERSISTENT,
    UNIQUE INDEX correction_one_open (openSerial), INDEX correction_serial (serial, id), INDEX correction_desk (deskId, state, id),
    INDEX correction_due (state, dueOn)`,
  cancellation: `
    serial ${word(20)} NOT NULL PRIMARY KEY, registrationNumber ${word(12)} NOT NULL, ground ${word(16)} NOT NULL, document JSON NOT NULL,
    cancelledBy ${word(64)} NOT NULL, cancelledAt DATETIME(3) NOT NULL`,
};

/** From this state on an achievement may be registered anew (P19). */
const occupied = (free: readonly string[]): string =>
  `AS (CASE WHEN state IN (${free.map((state) => `_ascii'${state}'`).join(', ')}) THEN NULL ELSE fingerprint END) PERSISTENT`;
const before = ['rejected', 'withdrawn', 'closed'];

/** What comes after a registration: certificates by version, corrections, cancellations. */
export class Certificates20261205000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) {
      await runner.query(`CREATE TABLE ${name} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    }
    await occupy(runner, [...before, 'cancelled']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await occupy(runner, before);
    for (const name of Object.keys(tables).reverse()) {
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}

async function occupy(runner: QueryRunner, free: readonly string[]): Promise<void> {
  await runner.query(`ALTER TABLE submission DROP INDEX submission_one_live, DROP COLUMN occupiedFingerprint`);
  await runner.query(`ALTER TABLE submission ADD COLUMN occupiedFingerprint ${word(64)} ${occupied(free)},
    ADD UNIQUE INDEX submission_one_live (occupiedFingerprint)`);
}
