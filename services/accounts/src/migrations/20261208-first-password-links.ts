import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'character set ascii collate ascii_bin';
const id = `varchar(64) ${ascii}`;

/** One-time links by which people set their first password. */
export class FirstPasswordLinks2026120800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table first_password_link (
      id ${id} not null, credentialId ${id} not null, keyId varchar(20) ${ascii} not null, digest char(64) ${ascii} not null,
      primary key (id), unique index first_password_link_once (credentialId),
      constraint first_password_link_of_credential foreign key (credentialId) references credential (id)
        on delete no action on update no action
    ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table first_password_link');
  }
}
