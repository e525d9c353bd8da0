import { createLedgerTables, dropLedgerTables } from '@dengke/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** In order of creation; dropped in the opposite order. */
const tables: Record<string, string> = {
  organisation: `
    id ${word(64)} NOT NULL PRIMARY KEY, name VARCHAR(120) NOT NULL, kind ${word(16)} NOT NULL,
    areaCode ${word(6)} NULL, path ${word(500)} NOT NULL, version INT NOT NULL,
    INDEX organisation_path (path)`,
  calendar_version: `
    version INT NOT NULL PRIMARY KEY, coveredFrom DATE NOT NULL, coveredTo DATE NOT NULL, loadedAt DATETIME(3) NOT NULL, source VARCHAR(200) NOT NULL`,
  calendar_day: `
    version INT NOT NULL, day DATE NOT NULL, kind ${word(8)} NOT NULL, name VARCHAR(60) NOT NULL, sourceNotice VARCHAR(200) NOT NULL,
    PRIMARY KEY (version, day)`,
  limit_rule: `
    id ${word(40)} NOT NULL PRIMARY KEY, about ${word(16)} NOT NULL, value INT NOT NULL, unit ${word(10)} NOT NULL,
    effectiveFrom DATE NOT NULL, effectiveTo DATE NULL, source VARCHAR(200) NOT NULL, scope ${word(64)} NOT NULL`,
  code_list: `
    list ${word(40)} NOT NULL, edition ${word(40)} NOT NULL, effectiveFrom DATE NOT NULL, title VARCHAR(80) NOT NULL,
    code ${word(12)} NOT NULL, name VARCHAR(120) NOT NULL, parent ${word(12)} NULL, position INT NOT NULL,
    PRIMARY KEY (list, edition, code)`,
  collection_window: `
    id ${word(40)} NOT NULL PRIMARY KEY, name VARCHAR(80) NOT NULL, registrationYear SMALLINT NOT NULL,
    resultFrom DATE NOT NULL, resultTo DATE NOT NULL, announcedOn DATE NOT NULL, opensAt DATETIME(3) NOT NULL,
    cutOffOn DATE NOT NULL, cutOffAt DATETIME(3) NOT NULL, paperFrom DATE NOT NULL, paperTo DATE NOT NULL,
    state ${word(16)} NOT NULL, version INT NOT NULL`,
  earlier_cut_off: `
    windowId ${word(40)} NOT NULL, position INT NOT NULL, organisationId ${word(64)} NULL, areaCode ${word(6)} NULL,
    cutOffOn DATE NOT NULL, cutOffAt DATETIME(3) NOT NULL, PRIMARY KEY (windowId, position)`,
  draft: `
    id ${id} NOT NULL PRIMARY KEY, unitId ${word(64)} NOT NULL, ownerId ${id} NOT NULL, form JSON NOT NULL, version INT NOT NULL,
    createdAt DATETIME(3) NOT NULL, changedAt DATETIME(3) NOT NULL,
    INDEX draft_unit (unitId, id)`,
  evidence: `
    id ${id} NOT NULL PRIMARY KEY, draftId ${id} NOT NULL, kind ${word(32)} NOT NULL, number VARCHAR(80) NOT NULL, issuedOn DATE NOT NULL,
    fileName VARCHAR(200) NOT NULL, mediaType ${word(100)} NOT NULL, bytes BIGINT NOT NULL, sha256 CHAR(64) CHARACTER SET ascii NOT NULL,
    addedBy ${id} NOT NULL, addedAt DATETIME(3) NOT NULL, removedAt DATETIME(3) NULL,
    INDEX evidence_draft (draftId)`,
  submission: `
    serial ${word(20)} NOT NULL PRIMARY KEY, draftId ${id} NOT NULL, name VARCHAR(200) NOT NULL, category ${word(8)} NOT NULL,
    ground ${word(10)} NOT NULL, achievedOn DATE NOT NULL, registrationYear SMALLINT NOT NULL,
    mode ${word(8)} NOT NULL, windowId ${word(40)} NULL, cutOffAt DATETIME(3) NULL, windowOutcome ${word(16)} NULL,
    unitId ${word(64)} NOT NULL, organiserId ${word(64)} NOT NULL, areaCode ${word(6)} NOT NULL, submitterId ${id} NOT NULL,
    routeId ${word(40)} NOT NULL, routeVersion INT NOT NULL, legs JSON NOT NULL, paperRequired TINYINT(1) NOT NULL,
    state ${word(16)} NOT NULL, position TINYINT NULL, stage ${word(16)} NULL, deskId ${word(64)} NULL, round INT NOT NULL,
    returnedFrom TINYINT NULL, dueAt DATETIME(3) NULL, dueProvisional TINYINT(1) NOT NULL, escalatedAt DATETIME(3) NULL,
    withdrawalAsked TINYINT(1) NOT NULL, unitOfOne TINYINT(1) NOT NULL,
    registrationNumber CHAR(12) CHARACTER SET ascii NULL, approvedOn DATE NULL, firstSubmittedAt DATETIME(3) NOT NULL,
    fingerprint ${word(64)} NOT NULL,
    occupiedFingerprint ${word(64)} AS (CASE WHEN state IN (_ascii'rejected', _ascii'withdrawn', _ascii'closed') THEN NULL ELSE fingerprint END) PERSISTENT,
    lastFact INT NOT NULL, version INT NOT NULL,
    UNIQUE INDEX submission_one_live (occupiedFingerprint), UNIQUE INDEX submission_number (registrationNumber),
    INDEX submission_desk (deskId, state, dueAt), INDEX submission_window (windowId, serial), INDEX submission_unit (unitId, serial),
    INDEX submission_draft (draftId), INDEX submission_state (state, serial)`,
  submission_leg: `
    serial ${word(20)} NOT NULL, organisationId ${word(64)} NOT NULL, position TINYINT NOT NULL, PRIMARY KEY (serial, position),
    INDEX submission_leg_organisation (organisationId, serial)`,
  submission_version: `
    serial ${word(20)} NOT NULL, round INT NOT NULL, form JSON NOT NULL, evidence JSON NOT NULL, digest CHAR(64) CHARACTER SET ascii NOT NULL,
    lockedAt DATETIME(3) NOT NULL, PRIMARY KEY (serial, round)`,
  submission_stage: `
    serial ${word(20)} NOT NULL, position TINYINT NOT NULL, round INT NOT NULL, kind ${word(16)} NOT NULL, deskId ${word(64)} NOT NULL,
    startedAt DATETIME(3) NOT NULL, openedAt DATETIME(3) NULL, openedBy ${id} NULL, claimedBy ${id} NULL,
    decision ${word(20)} NULL, decidedBy ${id} NULL, decidedAt DATETIME(3) NULL,
    PRIMARY KEY (serial, position, round), INDEX submission_stage_decided (decidedBy)`,
  deadline: `
    id ${id} NOT NULL PRIMARY KEY, serial ${word(20)} NOT NULL, about ${word(16)} NOT NULL, round INT NOT NULL,
    organisationId ${word(64)} NULL, personId ${id} NULL, limitId ${word(40)} NOT NULL, startOn DATE NOT NULL, dueOn DATE NOT NULL, dueAt DATETIME(3) NOT NULL,
    provisional TINYINT(1) NOT NULL, calendarVersion INT NOT NULL, skipped JSON NOT NULL, state ${word(12)} NOT NULL, endedAt DATETIME(3) NULL, supersededBy ${id} NULL,
    INDEX deadline_open (state, dueOn, id), INDEX deadline_serial (serial)`,
  paper_leg: `
    serial ${word(20)} NOT NULL, position TINYINT NOT NULL, handedInAt DATETIME(3) NULL, handedInBy ${id} NULL, receivedAt DATETIME(3) NULL, receivedBy ${id} NULL,
    PRIMARY KEY (serial, position)`,
  number_series: `
    series ${word(16)} NOT NULL PRIMARY KEY, lastValue INT NOT NULL`,
  refused_submission: `
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, windowId ${word(40)} NULL, code ${word(40)} NOT NULL, unitId ${word(64)} NOT NULL, refusedAt DATETIME(3) NOT NULL,
    INDEX refused_window (windowId)`,
  summary_sheet: `
    windowId ${word(40)} NOT NULL, organisationId ${word(64)} NOT NULL, sheetRows JSON NOT NULL, rowCount INT NOT NULL, digest CHAR(64) CHARACTER SET ascii NOT NULL,
    frozenAt DATETIME(3) NOT NULL, PRIMARY KEY (windowId, organisationId)`,
};

export class Achievements20261122000000 implements MigrationInterface {
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
