import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Room for sealed mobiles and mails, and an index by which a mobile is found. migrate.ts seals what stands there (`sealPlain`). The way back
 * keeps the room: what is sealed cannot be opened without the keys.
 */
export class SealedContacts2026112700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table person modify column mobile varchar(160) null, modify column mail varchar(1000) null,
         add column mobileIndex char(64) character set ascii collate ascii_bin null, add index person_by_mobile (mobileIndex)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person drop index person_by_mobile, drop column mobileIndex');
  }
}
