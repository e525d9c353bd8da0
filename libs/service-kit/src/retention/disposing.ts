import type { Instant, PlainDate } from '@dengke/contract';
import type { DataSource, EntityManager } from 'typeorm';
import type { BusinessClock } from '../clock/business-clock';
import { inTransaction } from '../database/transaction';
import { letLeave } from '../files/leaving-files';
import type { LeavingFiles } from '../files/leaving-files';
import type { Ledger } from '../ledger/ledger';
import type { Disposable, DueDisposal } from './disposable';
import type { RetentionRules } from './retention-rules';

/**
 * Disposes of what is kept no longer than its term (seed/retention.json), each as an entry of the ledger in the transaction that erases it. That it was, and when
 * and on what ground it went, stays; so does the chain, which never held names or words.
 */
export class Disposing {
  /** @param disposables in the order in which they go: a draft goes when its submissions have gone */
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly leaving: LeavingFiles,
    private readonly rules: RetentionRules,
    private readonly disposables: readonly Disposable[],
  ) {}

  /** What `dispose` would dispose of now. What only then is held by nothing is not among it. */
  async due(): Promise<DueDisposal[]> {
    const at = this.clock.now();
    const due = await Promise.all(this.disposables.map((one) => this.dueOf(this.database.manager, one, at)));
    return due.flat();
  }

  /** Each in a transaction of its own; interrupted, the next run goes on. @returns what was disposed of */
  async dispose(): Promise<DueDisposal[]> {
    const at = this.clock.now();
    const disposed: DueDisposal[] = [];
    for (const disposable of this.disposables) {
      for (const due of await this.dueOf(this.database.manager, disposable, at)) {
        if (await inTransaction(this.database, (manager) => this.disposeOf(manager, disposable, due.id, at))) {
          disposed.push(due);
        }
      }
    }
    await this.leaving.sweep();
    return disposed;
  }

  /** @returns false where it is due no more: somebody went on with it meanwhile */
  private async disposeOf(manager: EntityManager, disposable: Disposable, id: string, at: Instant): Promise<boolean> {
    const head = await this.ledger.lockHead(manager, disposable.subjectOf(id));
    const [due] = await this.dueOf(manager, disposable, at, id);
    if (due === undefined) {
      return false;
    }
    const { years, source } = this.rules.ruleOf(disposable.kind);
    await this.ledger.append(manager, head, {
      ...{ kind: 'dispose', actId: `dispose:${head.number}`, at, by: null, organisationId: null },
      ...{ detail: { ...due, years, source }, relay: false },
    });
    await letLeave(manager, await disposable.erase(manager, id));
    return true;
  }

  /** The longest due first; one of them, under its lock, where its id is given. */
  private async dueOf(manager: EntityManager, { kind, ended }: Disposable, at: Instant, id?: string): Promise<DueDisposal[]> {
    const { years } = this.rules.ruleOf(kind);
    if (years === null) {
      return [];
    }
    const today = shanghaiDay(at);
    const rows = await (id === undefined
      ? manager.query<Omit<DueDisposal, 'kind'>[]>(`${ended(years)} HAVING disposeOn < ? ORDER BY disposeOn, id`, [today])
      : manager.query<Omit<DueDisposal, 'kind'>[]>(`${ended(years)} HAVING disposeOn < ? AND id = ? FOR UPDATE`, [today, id]));
    return rows.map((row) => ({ kind, ...row }));
  }
}

const shanghaiDay = (at: Instant): PlainDate => new Date(Date.parse(at) + 28_800_000).toISOString().slice(0, 10);
