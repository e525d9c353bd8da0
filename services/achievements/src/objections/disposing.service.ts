import { shanghaiDateOf } from '@dengke/calendar';
import type { Instant } from '@dengke/contract';
import { BlobStore, BusinessClock, inTransaction, Ledger } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { DueObjectionDto } from './disposing.dto';
import { ObjectionFile } from './objection-file.entity';
import { Objection } from './objection.entity';
import { objectionSubject } from './objection-subject';

/** Its term is over, it was not disposed of, and nothing of its submission is held: no open objection, no suspicion of secrecy (P17, P33). */
const DUE = `
  SELECT o.receipt, o.serial, o.disposeOn FROM objection o JOIN submission s ON s.serial = o.serial
  WHERE o.disposeOn < ? AND s.state <> 'suspected' AND s.heldAt IS NULL
  AND NOT EXISTS (SELECT 1 FROM objection other WHERE other.serial = o.serial AND other.closedAt IS NULL)
  AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.subject = CONCAT(_ascii'${objectionSubject('')}', o.receipt) AND e.kind = 'dispose')`;

/** Anything else that holds the same content. */
const HELD = `
  SELECT 1 FROM objection_file WHERE sha256 = ? UNION ALL SELECT 1 FROM evidence WHERE sha256 = ? AND removedAt IS NULL
  UNION ALL SELECT 1 FROM correction WHERE JSON_VALUE(document, '$.sha256') = ?
  UNION ALL SELECT 1 FROM cancellation WHERE JSON_VALUE(document, '$.sha256') = ? LIMIT 1`;

/**
 * Disposes of what is kept of an objection when its term is over (seed/retention.json): name, contact, words and files. That it came, when, and what became
 * of it stays, and so does the ledger's chain, which never held the words.
 */
@Injectable()
export class DisposingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly blobs: BlobStore,
    private readonly clock: BusinessClock,
  ) {}

  /** What `dispose` would dispose of now, the longest due first. */
  due(): Promise<DueObjectionDto[]> {
    const today = shanghaiDateOf(this.clock.now());
    return this.database.manager.query<DueObjectionDto[]>(`${DUE} ORDER BY o.disposeOn, o.receipt`, [today]);
  }

  /** Each in a transaction of its own; interrupted, the next run goes on. @returns what was disposed of */
  async dispose(): Promise<DueObjectionDto[]> {
    const at = this.clock.now();
    const due = await this.due();
    for (const { receipt } of due) {
      const digests = await inTransaction(this.database, (manager) => this.disposeOf(manager, receipt, at));
      await this.removeUnheld(digests);
    }
    return due;
  }

  private async disposeOf(manager: EntityManager, receipt: string, at: Instant): Promise<string[]> {
    const subject = objectionSubject(receipt);
    const head = await this.ledger.lockHead(manager, subject);
    const stillDue = await manager.query<unknown[]>(`${DUE} AND o.receipt = ?`, [shanghaiDateOf(at), receipt]);
    if (stillDue.length === 0) {
      return [];
    }
    const files = await manager.findBy(ObjectionFile, { receipt });
    await manager.delete(ObjectionFile, { receipt });
    await manager.update(Objection, { receipt }, { name: null, contact: null });
    await manager.query('DELETE t FROM ledger_text t JOIN ledger_entry e ON e.id = t.entryId WHERE e.subject = ?', [subject]);
    const detail = { receipt, files: files.length };
    await this.ledger.append(manager, head, {
      ...{ kind: 'dispose', actId: 'dispose', at, by: null, organisationId: null, detail, relay: false },
    });
    return files.map(({ sha256 }) => sha256);
  }

  private async removeUnheld(digests: readonly string[]): Promise<void> {
    for (const sha256 of new Set(digests)) {
      const held = await this.database.manager.query<unknown[]>(HELD, [sha256, sha256, sha256, sha256]);
      if (held.length === 0) {
        await this.blobs.remove(sha256);
      }
    }
  }
}
