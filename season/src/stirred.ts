import type { Instant } from '@dengke/contract';
import { submissionWorkflowId } from '@dengke/contract';
import { createConnection } from 'mysql2/promise';
import type { Connection } from 'mysql2/promise';

interface Row {
  serial: string;
  lastFact: number;
  isDue: number | null;
}

/**
 * Which workflows may be at work. A submission’s that was found waiting goes on waiting until its ledger has another fact or its time has come: of hundreds
 * that wait only a few have to be looked at.
 */
export class Stirred {
  private readonly waitedAt = new Map<string, number>();
  private facts = new Map<string, number>();

  private constructor(private readonly database: Connection) {}

  static async by(achievementsDatabase: string): Promise<Stirred> {
    return new Stirred(await createConnection({ uri: achievementsDatabase, timezone: 'Z' }));
  }

  /** Of these those to look at. Asked when all facts are relayed: what its ledger says then its workflow has been told. */
  async among(workflowIds: readonly string[], now: Instant): Promise<string[]> {
    const at = new Date(now);
    const [rows] = await this.database.query(
      'SELECT serial, lastFact, (dueAt <= ? OR (cutOffAt <= ? AND windowOutcome IS NULL)) AS isDue FROM submission',
      [at, at],
    );
    const known = new Map((rows as Row[]).map(({ serial, ...row }) => [submissionWorkflowId(serial), row]));
    this.facts = new Map([...known].map(([id, { lastFact }]) => [id, lastFact]));
    return workflowIds.filter((id) => {
      const row = known.get(id);
      return row === undefined || row.isDue === 1 || this.waitedAt.get(id) !== row.lastFact;
    });
  }

  /** It was found waiting. */
  waits(workflowId: string): void {
    const fact = this.facts.get(workflowId);
    if (fact !== undefined) {
      this.waitedAt.set(workflowId, fact);
    }
  }

  leave(): Promise<void> {
    return this.database.end();
  }
}
