import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** What was registered before: its entries of the register, and what finds duplicates of it. The series' row is what imports and submits meet at. */
export class RegisterImports20261223000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE imported_registration (
      serial ${word(20)} NOT NULL PRIMARY KEY, number CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, unitId ${word(64)} NULL,
      fingerprint ${word(64)} NULL, importId ${word(64)} NOT NULL,
      UNIQUE INDEX imported_registration_number (number), INDEX imported_registration_fingerprint (fingerprint)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await runner.query('ALTER TABLE register_entry ADD COLUMN importedOn DATE NULL');
    await runner.query("INSERT INTO number_series (series, lastValue) VALUES ('imports', 0)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM number_series WHERE series = 'imports'");
    await runner.query('DELETE FROM register_entry WHERE importedOn IS NOT NULL');
    await runner.query('ALTER TABLE register_entry DROP COLUMN importedOn');
    await runner.query('DROP TABLE imported_registration');
  }
}
