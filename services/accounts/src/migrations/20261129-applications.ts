import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'character set ascii collate ascii_bin';
const id = `varchar(64) ${ascii}`;
const digest = `char(64) ${ascii}`;
const engine = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci';

/** Where an application stands, of either kind. */
const standing = `
  id ${id} not null, state varchar(20) ${ascii} not null, deskId ${id} not null, secretDigest ${digest} not null,
  receivedAt datetime(3) not null, countsFrom datetime(3) null, dueAt datetime(3) null, dueOn date null, due json null,
  escalatedAt datetime(3) null, lastFact int unsigned not null, lastAt datetime(3) not null, version int unsigned not null`;

/** In the order of creation. */
const tables = {
  credential_application: `${standing},
    name varchar(60) not null, mobile varchar(160) not null, mobileIndex char(64) ${ascii} not null, mail varchar(1000) not null,
    role varchar(20) ${ascii} not null, uscc char(18) ${ascii} not null, unitName varchar(200) not null,
    areaCode varchar(6) ${ascii} not null, field varchar(20) ${ascii} not null,
    unitId ${id} null, personId ${id} null, credentialId ${id} null,
    primary key (id),
    index credential_application_desk (deskId, state), index credential_application_uscc (uscc),
    index credential_application_credential (credentialId), index credential_application_by_mobile (mobileIndex)`,
  organiser_application: `${standing},
    organiser varchar(200) not null, nameKey varchar(200) not null, kind varchar(30) ${ascii} not null,
    address varchar(300) not null, postcode char(6) not null, legalRepresentative varchar(60) not null,
    leaderName varchar(60) not null, leaderMobile varchar(160) not null, department varchar(100) not null,
    headName varchar(60) not null, headMobile varchar(160) not null, headMail varchar(1000) not null,
    staffName varchar(60) not null, staffMobile varchar(160) not null, staffMail varchar(1000) not null,
    signedOn date not null, openedAt datetime(3) null, organisationId ${id} null, personId ${id} null,
    approvedName varchar(200) generated always as (if(state = 'approved', nameKey, null)) stored,
    primary key (id),
    unique index organiser_application_once (approvedName), index organiser_application_desk (deskId, state)`,
  organiser_scan: `
    applicationId ${id} not null, scan varchar(20) ${ascii} not null, fileName varchar(200) not null, mediaType varchar(100) not null,
    bytes int unsigned not null, sha256 ${digest} not null,
    primary key (applicationId, scan)`,
} as const;

/** Applications for a login (S27, S61) and to be an organiser (附件2), with the scans of the latter. */
export class Applications2026112900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(tables)) {
      await runner.query(`create table ${table} (${columns}) ${engine}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(tables).reverse()) {
      await runner.query(`drop table ${table}`);
    }
  }
}
