import type { MigrationInterface, QueryRunner } from 'typeorm';
import { found, insert, ofTrigger } from './20270117-register-terms';
import type { Entry } from './20270117-register-terms';

const corrected: Entry = { row: 'e', where: 'WHERE e.number IN (SELECT number FROM imported_correction)' };

/** Terms stand by the day of approval: where that is corrected, as of what was imported, they are written by the new day too. */
export class RegisterTermsOfDays20270123000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await changesOf(runner, [...found, 'approvedOn']);
    await runner.query(insert(corrected));
  }

  async down(runner: QueryRunner): Promise<void> {
    await changesOf(runner, found);
  }
}

const changesOf = (runner: QueryRunner, columns: readonly string[]): Promise<unknown> =>
  runner.query(`CREATE OR REPLACE TRIGGER register_terms_of_changed AFTER UPDATE ON register_entry FOR EACH ROW
    IF NOT (${columns.map((column) => `NEW.${column} <=> OLD.${column}`).join(' AND ')}) THEN ${insert(ofTrigger)}; END IF`);
