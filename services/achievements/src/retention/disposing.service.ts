import { shanghaiDateOf } from '@dengke/calendar';
import type { Instant } from '@dengke/contract';
import { BusinessClock, inTransaction, Ledger } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { LeavingFiles, letLeave } from '../evidence/leaving-files.service';
import type { Disposable, DueDisposal } from './disposable';
import { keptDrafts } from './kept-drafts';
import { keptRequests } from './kept-requests';
import { keptSubmissions } from './kept-submissions';
import { retentionRuleOf } from './retention';

/** In this order: a draft goes when its submissions have gone. */
const disposables: readonly Disposable[] = [...keptRequests, ...keptSubmissions, ...keptDrafts];

/**
 * Disposes of what is kept no longer than its term (seed/retention.json), each as an entry of the ledger in the transaction that erases it. That it was, and when
 * and on what ground it went, stays; so does the chain, which never held names or words.
 */
@Injectable()
export class DisposingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly leaving: LeavingFiles,
    private readonly clock: BusinessClock,
  ) {}

  /** What `dispose` would dispose of now. A draft that only then is held by nothing is not among it. */
  async due(): Promise<DueDisposal[]> {
    const at = this.clock.now();
    const due = await Promise.all(disposables.map((one) => dueOf(this.database.manager, one, at)));
    return due.flat();
  }

  /** Each in a transaction of its own; interrupted, the next run goes on. @returns what was disposed of */
  async dispose(): Promise<DueDisposal[]> {
    const at = this.clock.now();
    const disposed: DueDisposal[] = [];
    for (const disposable of disposables) {
      for (const due of await dueOf(this.database.manager, disposable, at)) {
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
    const [due] = await dueOf(manager, disposable, at, id);
    if (due === undefined) {
      return false;
    }
    const { years, source } = retentionRuleOf(disposable.kind);
    await this.ledger.append(manager, head, {
      ...{ kind: 'dispose', actId: 'dispose', at, by: null, organisationId: null, detail: { ...due, years, source }, relay: false },
    });
    await letLeave(manager, await disposable.erase(manager, id));
    return true;
  }
}

/** The longest due first; one of them, under its lock, where its id is given. */
async function dueOf(manager: EntityManager, { kind, ended }: Disposable, at: Instant, id?: string): Promise<DueDisposal[]> {
  const { years } = retentionRuleOf(kind);
  if (years === null) {
    return [];
  }
  const today = shanghaiDateOf(at);
  const rows = await (id === undefined
    ? manager.query<Omit<DueDisposal, 'kind'>[]>(`${ended(years)} HAVING disposeOn < ? ORDER BY disposeOn, id`, [today])
    : manager.query<Omit<DueDisposal, 'kind'>[]>(`${ended(years)} HAVING disposeOn < ? AND id = ? FOR UPDATE`, [today, id]));
  return rows.map((row) => ({ kind, ...row }));
}
