import type { ApplicationState, CountedDay, Instant, PlainDate } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, PrimaryColumn, VersionColumn } from 'typeorm';

/** Where an application stands: the columns that both kinds have, written by the judge alone (`ApplicationActsService`). */
export abstract class ApplicationStanding {
  /** UUID version 7, which the applicant keeps. */
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  state!: ApplicationState;

  /** The organisation that decides. */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  deskId!: string;

  /** SHA-256 of the secret that only the first answer had. */
  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  secretDigest!: string;

  @Column(instantColumn())
  receivedAt!: Instant;

  /** From when the desk's limit counts, until its due day has been counted. */
  @Column(instantColumn({ nullable: true }))
  countsFrom!: Instant | null;

  /** When the present wait is late; null once it was escalated, and where nothing is waited for. */
  @Column(instantColumn({ nullable: true }))
  dueAt!: Instant | null;

  /** Last day of the desk's limit while the desk has it, escalated or not: reminders go by it. */
  @Column({ type: 'date', nullable: true })
  dueOn!: PlainDate | null;

  /** The limit as achievements counted it, with what explains it (P32, P39, P40); kept when it is over. */
  @Column({ type: 'json', nullable: true })
  due!: CountedDay | null;

  /** The limit it goes by: as it was counted first, or to which the department moved it (P32). */
  @Column({ type: 'varchar', length: 40, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  limitId!: string | null;

  /** Days beside the limit's, by which it was extended. */
  @Column({ type: 'int', unsigned: true, default: 0 })
  extraDays!: number;

  @Column(instantColumn({ nullable: true }))
  escalatedAt!: Instant | null;

  /** Number of its last ledger entry. */
  @Column({ type: 'int', unsigned: true })
  lastFact!: number;

  /** Business instant of that entry. */
  @Column(instantColumn())
  lastAt!: Instant;

  @VersionColumn({ type: 'int', unsigned: true })
  version!: number;
}

/** The desk has it no longer: nothing of its limit runs. */
export const noLimit = { countsFrom: null, dueAt: null, dueOn: null, limitId: null, extraDays: 0, escalatedAt: null } as const;
