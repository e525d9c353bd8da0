import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An act that is sent again and refused again is one refusal in the window's account. */
export class RefusedOnce20270122000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE refused_submission ADD attempt CHAR(64) CHARACTER SET ascii NULL, ADD UNIQUE INDEX refused_once (attempt)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE refused_submission DROP INDEX refused_once, DROP attempt');
  }
}
