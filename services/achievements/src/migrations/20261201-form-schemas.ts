import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
/** Until now there was one edition, that of 2023. */
const column = `ADD COLUMN formSchema ${word(40)} NOT NULL DEFAULT 'common-2023'`;
const ofCategory = `CONCAT(COALESCE(JSON_VALUE(form, '$.category'), 'common'), '-2023')`;

/** Under which schema a form is filled in and was submitted, and longer codes of lists. */
export class FormSchemas20261201000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE draft ${column}, ADD COLUMN setAside JSON NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE submission ${column}`);
    await runner.query(`ALTER TABLE submission_version ${column}`);
    await runner.query(`UPDATE draft SET formSchema = ${ofCategory}`);
    await runner.query(`UPDATE submission_version SET formSchema = ${ofCategory}`);
    await runner.query(`UPDATE submission SET formSchema = CONCAT(category, '-2023')`);
    await runner.query(`ALTER TABLE code_list MODIFY code ${word(20)} NOT NULL, MODIFY parent ${word(20)} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM code_list WHERE CHAR_LENGTH(code) > 12');
    await runner.query(`ALTER TABLE code_list MODIFY code ${word(12)} NOT NULL, MODIFY parent ${word(12)} NULL`);
    await runner.query('ALTER TABLE submission_version DROP COLUMN formSchema');
    await runner.query('ALTER TABLE submission DROP COLUMN formSchema');
    await runner.query('ALTER TABLE draft DROP COLUMN setAside, DROP COLUMN formSchema');
  }
}
