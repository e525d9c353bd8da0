import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Who is named in a submitted form and can be asked, and what they say of their entry. */
export class NamedEntries20261223010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE named_entry (
      serial ${word(20)} NOT NULL, party ${word(80)} NOT NULL, field ${word(20)} NULL, digest CHAR(64) CHARACTER SET ascii NOT NULL,
      standing ${word(12)} NOT NULL, answeredBy ${word(64)} NULL, answeredAt DATETIME(3) NULL,
      PRIMARY KEY (serial, party), INDEX named_entry_party (party, serial)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE named_entry');
  }
}
