import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Completers who are said to be of another unit, and which of its people that unit says they are. */
export class IdentifiedCompleters20270119000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE named_entry
      ADD COLUMN unitId ${word(64)} NULL, ADD COLUMN personId ${word(64)} NULL, ADD INDEX named_entry_unit (unitId, serial)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE named_entry DROP INDEX named_entry_unit, DROP COLUMN unitId, DROP COLUMN personId');
  }
}
