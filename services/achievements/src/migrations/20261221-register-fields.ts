import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public register by industry and discipline, and what is withheld from it (P17). */
export class RegisterFields20261221010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE register_entry
         ADD COLUMN industrySection CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER unitKind,
         ADD COLUMN discipline CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER industrySection,
         ADD COLUMN withheld BOOLEAN NOT NULL DEFAULT FALSE`,
    );
    await runner.query(
      `UPDATE register_entry e JOIN submission s ON s.registrationNumber = e.number JOIN submission_version v ON v.serial = s.serial AND v.round = s.round
       SET e.industrySection = JSON_VALUE(v.form, '$.industrySection'), e.discipline = LEFT(JSON_VALUE(v.form, '$.disciplines[0]'), 3),
           e.withheld = s.state = 'suspected'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE register_entry DROP COLUMN withheld, DROP COLUMN discipline, DROP COLUMN industrySection');
  }
}
