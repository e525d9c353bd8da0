import { createLedgerTables, dropLedgerTables } from '@dengke/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'character set ascii collate ascii_bin';
const id = `varchar(64) ${ascii}`;
const digest = `char(64) ${ascii}`;
/** What is referred to is never removed. */
const kept = 'on delete no action on update no action';
const engine = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci';

/** In the order of creation. */
const tables = [
  `create table organisation (
    id ${id} not null, name varchar(200) not null, kind varchar(20) ${ascii} not null, level tinyint unsigned null,
    areaCode varchar(6) ${ascii} not null, path varchar(600) ${ascii} not null,
    credentialParentId ${id} null, noticeParentId ${id} null,
    organiserKind varchar(60) null, contactOffice varchar(60) null, contactPhone varchar(30) null, version int unsigned not null,
    primary key (id),
    index organisation_by_path (path), index organisation_by_kind_area (kind, areaCode),
    index organisation_by_credential_parent (credentialParentId), index organisation_by_notice_parent (noticeParentId),
    constraint organisation_credential_parent foreign key (credentialParentId) references organisation (id) ${kept},
    constraint organisation_notice_parent foreign key (noticeParentId) references organisation (id) ${kept}
  )`,
  `create table unit (
    organisationId ${id} not null, uscc char(18) ${ascii} not null, unitKind varchar(20) ${ascii} not null, organiserId ${id} not null,
    field varchar(20) ${ascii} null, doors text not null, ownOrganiser tinyint not null, singlePerson tinyint not null,
    primary key (organisationId),
    unique index unit_uscc (uscc), index unit_by_organiser (organiserId),
    constraint unit_organisation foreign key (organisationId) references organisation (id) ${kept},
    constraint unit_organiser foreign key (organiserId) references organisation (id) ${kept}
  )`,
  `create table person (
    id ${id} not null, name varchar(60) not null, mobile varchar(20) null, mail varchar(200) null, version int unsigned not null,
    primary key (id)
  )`,
  `create table held_position (
    id ${id} not null, personId ${id} not null, organisationId ${id} not null, role varchar(20) ${ascii} not null,
    grantedAt datetime(3) not null, endedAt datetime(3) null,
    superAdminOf ${id} generated always as (if(role = 'superAdmin' and endedAt is null, organisationId, null)) stored,
    endedKey ${id} generated always as (if(endedAt is null, '', id)) stored,
    primary key (id),
    unique index position_one_super_admin (superAdminOf), unique index position_once (personId, organisationId, role, endedKey),
    index position_by_organisation (organisationId),
    constraint position_person foreign key (personId) references person (id) ${kept},
    constraint position_organisation foreign key (organisationId) references organisation (id) ${kept}
  )`,
  `create table credential (
    id ${id} not null, login varchar(40) ${ascii} not null, personId ${id} not null, passwordHash varchar(160) ${ascii} not null,
    mustChange tinyint not null, firstPasswordExpiresAt datetime(3) null,
    issuedBy ${id} null, issuedAt datetime(3) not null, onApplication varchar(200) null, disabled tinyint not null, version int unsigned not null,
    primary key (id),
    unique index credential_login (login), unique index credential_person (personId),
    constraint credential_of_person foreign key (personId) references person (id) ${kept}
  )`,
  `create table former_password (
    id ${id} not null, credentialId ${id} not null, passwordHash varchar(160) ${ascii} not null,
    primary key (id), index former_password_of (credentialId),
    constraint former_password_credential foreign key (credentialId) references credential (id) ${kept}
  )`,
  `create table session (
    id ${digest} not null, personId ${id} not null, positionId ${id} not null,
    createdAt datetime(3) not null, lastSeenAt datetime(3) not null, expiresAt datetime(3) not null,
    primary key (id), index session_of (personId), index session_by_expiry (expiresAt),
    constraint session_person foreign key (personId) references person (id) ${kept},
    constraint session_position foreign key (positionId) references held_position (id) ${kept}
  )`,
  `create table login_attempts (
    loginDigest ${digest} not null, failures int unsigned not null, lastAt datetime(3) not null, lockedUntil datetime(3) null,
    primary key (loginDigest), index login_attempts_by_age (lastAt)
  )`,
  `create table address_failure (
    id bigint unsigned not null auto_increment, address varchar(45) ${ascii} not null, loginDigest ${digest} not null, at datetime(3) not null,
    primary key (id), index address_failure_recent (address, at), index address_failure_by_age (at)
  )`,
  `create table review_route (
    id ${id} not null, version int unsigned not null, name varchar(100) not null, units varchar(20) ${ascii} not null, door varchar(20) ${ascii} not null,
    paperRequired tinyint not null, source varchar(100) not null,
    primary key (id), unique index review_route_applies (units, door)
  )`,
  `create table route_leg (
    routeId ${id} not null, number tinyint unsigned not null, kind varchar(20) ${ascii} not null, holder ${id} not null,
    primary key (routeId, number),
    constraint route_leg_route foreign key (routeId) references review_route (id) ${kept}
  )`,
];

const inReverse = [
  'route_leg',
  'review_route',
  'address_failure',
  'login_attempts',
  'session',
  'former_password',
  'credential',
  'held_position',
  'person',
  'unit',
  'organisation',
];

/** People, organisations, credentials, sessions and routes, beside the ledger every service has. */
export class PeopleAndGraphs2026112200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.query(`${table} ${engine}`);
    }
    await createLedgerTables(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropLedgerTables(runner);
    for (const table of inReverse) {
      await runner.query(`drop table ${table}`);
    }
  }
}
