import { SecurityClock, toDatabase } from '@dengke/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'character set ascii collate ascii_bin';
const id = `varchar(64) ${ascii}`;
const ofPerson = (name: string) =>
  `constraint ${name}_of_person foreign key (personId) references person (id) on delete no action on update no action`;
const engine = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci';

const tables = [
  `create table totp_secret (
    personId ${id} not null, secret varchar(255) ${ascii} null, lastStep int unsigned null, since datetime(3) null,
    begun varchar(255) ${ascii} null,
    primary key (personId), ${ofPerson('totp_secret')}
  )`,
  `create table recovery_code (
    personId ${id} not null, digest char(64) ${ascii} not null, usedAt datetime(3) null,
    primary key (personId, digest), ${ofPerson('recovery_code')}
  )`,
  `create table passkey (
    id varchar(700) ${ascii} not null, personId ${id} not null, publicKey varbinary(2000) not null, counter int unsigned not null,
    name varchar(60) not null, addedAt datetime(3) not null, lastUsedAt datetime(3) null,
    primary key (id), index passkey_of (personId), ${ofPerson('passkey')}
  )`,
];

/** A second factor beside the password, when it was last shown in a session, and the age of passwords. */
export class SecondFactor2026112600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.query(`${table} ${engine}`);
    }
    await runner.query(
      `alter table session add column secondFactorAt datetime(3) null, add column challenge varchar(64) ${ascii} null,
         add column challengeUntil datetime(3) null, add column maskedAddress varchar(45) ${ascii} null, add column client varchar(40) ${ascii} null`,
    );
    await runner.query('alter table credential add column passwordSetAt datetime(3) null, add column lastUsedAt datetime(3) null');
    // Nobody knows how old they are, so they are ninety days old in ninety days.
    await runner.query('update credential set passwordSetAt = ?', [toDatabase(new SecurityClock().now())]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table credential drop column lastUsedAt, drop column passwordSetAt');
    await runner.query(
      'alter table session drop column client, drop column maskedAddress, drop column challengeUntil, drop column challenge, drop column secondFactorAt',
    );
    for (const table of ['passkey', 'recovery_code', 'totp_secret']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
