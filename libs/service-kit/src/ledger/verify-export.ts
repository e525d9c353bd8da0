import type { Instant } from '@dengke/contract';
import { checkpointAfter, noCheckpoint } from './checkpoint';
import type { Checkpoint } from './checkpoint';
import { entryFault, genesisHash } from './hash-chain';
import type { ChainFault } from './hash-chain';
import type { ExportedEntry, ExportLine } from './ledger-export';

/** What does not hold, in the order in which it is met; of each subject the first entry that is broken. */
export type AuditFault =
  | ChainFault
  /** An entry that once had this number of the feed is gone, or comes out of turn. */
  | { fault: 'feed'; feedNumber: number }
  /** What the feed holds between these two numbers is not what it was at that instant. */
  | { fault: 'checkpoint'; at: Instant; after: number; to: number }
  /** The export was cut off, or something was put in or taken out. */
  | { fault: 'incomplete' };

export interface AuditResult {
  service: string;
  entries: number;
  subjects: number;
  /** Texts that were erased, which is no fault. */
  erased: number;
  checkpoints: number;
  faults: AuditFault[];
}

/**
 * Checks an exported ledger without its database: every chain entry by entry, its texts and its end, the numbers of the feed, and each checkpoint that was
 * taken before the export.
 */
export async function verifyExport(
  lines: AsyncIterable<ExportLine> | Iterable<ExportLine>,
  checkpoints: readonly Checkpoint[] = [],
): Promise<AuditResult> {
  const audit = new Audit(checkpoints);
  for await (const line of lines) {
    audit.take(line);
  }
  return audit.result();
}

class Audit {
  private readonly heads = new Map<string, { number: number; hash: string }>();
  private readonly broken = new Set<string>();
  private readonly faults: AuditFault[] = [];
  private readonly counts = { entries: 0, subjects: 0, erased: 0, checkpoints: 0 };
  private service = '';
  private due: readonly Checkpoint[] = [];
  private before = noCheckpoint;
  private since: Pick<ExportedEntry, 'subject' | 'number' | 'hash'>[] = [];
  private feedNumber = 0;
  private isComplete = false;

  constructor(private readonly checkpoints: readonly Checkpoint[]) {}

  take(line: ExportLine): void {
    this.isComplete = false;
    if ('ledger' in line) {
      this.service = line.ledger.service;
      this.due = this.checkpoints.filter(({ at }) => at <= line.ledger.exportedAt);
    } else if ('entry' in line) {
      this.counts.entries += 1;
      this.takeNumber(line.entry);
      this.takeEntry(line.entry);
    } else if ('head' in line) {
      this.counts.subjects += 1;
      this.takeEnd(line.head);
    } else {
      this.isComplete = line.end.entries === this.counts.entries && line.end.subjects === this.counts.subjects;
    }
  }

  result(): AuditResult {
    while (this.due.length > 0) {
      this.compare();
    }
    if (!this.isComplete) {
      this.faults.push({ fault: 'incomplete' });
    }
    for (const [subject, { number }] of this.heads) {
      this.break(subject, number + 1, 'end');
    }
    return { service: this.service, ...this.counts, faults: this.faults };
  }

  private takeNumber(entry: ExportedEntry): void {
    const { feedNumber, subject, number, hash } = entry;
    if (feedNumber === null) {
      return;
    }
    while (this.due[0] !== undefined && feedNumber > this.due[0].feedHead) {
      this.compare();
    }
    if (feedNumber !== this.feedNumber + 1) {
      this.faults.push({ fault: 'feed', feedNumber: this.feedNumber + 1 });
    }
    this.feedNumber = feedNumber;
    if (this.due.length > 0) {
      this.since.push({ subject, number, hash });
    }
  }

  private compare(): void {
    const [checkpoint, ...later] = this.due;
    this.due = later;
    if (checkpoint === undefined) {
      return;
    }
    const { at, feedHead } = checkpoint;
    const { digest, subjects } = checkpointAfter(this.before, { at, feedHead, entries: this.since });
    if (digest !== checkpoint.digest || subjects !== checkpoint.subjects) {
      this.faults.push({ fault: 'checkpoint', at, after: this.before.feedHead, to: feedHead });
    }
    this.counts.checkpoints += 1;
    this.before = checkpoint;
    this.since = [];
  }

  private takeEntry(entry: ExportedEntry): void {
    const { subject, number, hash, textDigest, text } = entry;
    this.counts.erased += textDigest !== null && text === null ? 1 : 0;
    const previous = this.heads.get(subject) ?? { number: 0, hash: genesisHash };
    const fault = entryFault(entry, previous, subject);
    if (fault !== null) {
      this.break(subject, number, fault);
    }
    this.heads.set(subject, { number, hash });
  }

  /** Subjects that have both an end and the chain that leads to it are done with; what is left over has none. */
  private takeEnd({ subject, number, hash }: { subject: string; number: number; hash: string }): void {
    const reached = this.heads.get(subject) ?? { number: 0, hash: genesisHash };
    if (reached.number !== number || reached.hash !== hash) {
      this.break(subject, Math.min(reached.number, number) + 1, 'end');
    }
    this.heads.delete(subject);
  }

  private break(subject: string, number: number, fault: ChainFault['fault']): void {
    if (!this.broken.has(subject)) {
      this.broken.add(subject);
      this.faults.push({ subject, number, fault });
    }
  }
}
