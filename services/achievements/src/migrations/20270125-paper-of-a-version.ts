import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of which version the paper is that was handed in and received. Of what came before this was kept: the version whose code was scanned, or the one that stood when the unit
 * handed it in.
 */
export class PaperOfAVersion20270125000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE paper_leg ADD version INT NOT NULL DEFAULT 1, DROP PRIMARY KEY, ADD PRIMARY KEY (serial, position, version)',
    );
    const entry = (kind: string) => `FROM ledger_entry e WHERE e.subject = CONCAT(_ascii'submission/', p.serial) AND e.kind = '${kind}'`;
    await runner.query(
      `UPDATE paper_leg p SET version = COALESCE(
        (SELECT MAX(JSON_VALUE(e.detail, '$.paperVersion') + 0) ${entry('receivePaper')} AND JSON_VALUE(e.detail, '$.paperPosition') = p.position),
        (SELECT MIN(JSON_VALUE(e.detail, '$.round') + 0) ${entry('handInPaper')}), 1)`,
    );
  }

  /** Of each desk the newest stays. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DELETE p FROM paper_leg p JOIN paper_leg newer ON newer.serial = p.serial AND newer.position = p.position AND newer.version > p.version',
    );
    await runner.query('ALTER TABLE paper_leg DROP PRIMARY KEY, ADD PRIMARY KEY (serial, position), DROP version');
  }
}
