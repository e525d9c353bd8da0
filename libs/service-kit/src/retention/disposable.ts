import type { PlainDate } from '@dengke/contract';
import type { EntityManager } from 'typeorm';

/** One thing whose term is over. */
export interface DueDisposal {
  kind: string;
  id: string;
  /** Of the submission that it belongs to, where there are submissions. */
  serial: string | null;
  disposeOn: PlainDate;
}

/** One kind of what has a term. */
export interface Disposable<Kind extends string = string> {
  readonly kind: Kind;
  /** Where the ledger says that one of it was disposed of. */
  subjectOf(id: string): string;
  /** A SELECT of id, serial and disposeOn of all that has come to its end and is held by nothing. */
  readonly ended: (years: number) => string;
  /** Erases one, under its ledger's lock and after its entry. @returns the files that it no longer holds */
  erase(manager: EntityManager, id: string): Promise<string[]>;
}

/** The civil day in Shanxi of an instant in the database, so many years later. */
export const daysEnd = (instant: string, years: number): string =>
  `DATE_ADD(DATE(${instant} + INTERVAL 8 HOUR), INTERVAL ${years} YEAR) AS disposeOn`;

/** Words of people, of everything that one ledger tells. */
export const eraseWords = (manager: EntityManager, subject: string): Promise<unknown> =>
  manager.query('DELETE t FROM ledger_text t JOIN ledger_entry e ON e.id = t.entryId WHERE e.subject = ?', [subject]);
