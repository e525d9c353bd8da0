import type { FormalFlaw, Instant, ObjectionKind, Objector, ObjectionState, PlainDate } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/**
 * 异议 (P33): one objection to a submission in publicity. Created by whoever sends it, also where it is anonymous or late; afterwards changed by the
 * acts of the registrar alone. Its words stand in the ledger's erasable text, name and contact here, sealed.
 */
@Entity('objection')
export class Objection {
  /** `O2023-000017`: with the secret it stands for the sender. */
  @PrimaryColumn('varchar', { length: 12 }) receipt!: string;
  @Column('varchar', { length: 20 }) serial!: string;
  @Column('varchar', { length: 64 }) unitId!: string;
  /** The department on the submission's route. */
  @Column('varchar', { length: 64 }) deskId!: string;
  @Column('varchar', { length: 16 }) state!: ObjectionState;
  /** Why it is not accepted without anybody deciding so. */
  @Column('varchar', { length: 12, nullable: true }) flaw!: FormalFlaw | null;
  @Column('json') kinds!: ObjectionKind[];
  @Column('varchar', { length: 8 }) objector!: Objector;
  /** Real name, or the unit's; sealed (`PersonalData`). Null: not given, or disposed of. */
  @Column('varchar', { length: 1000, nullable: true }) name!: string | null;
  @Column('varchar', { length: 1000, nullable: true }) contact!: string | null;
  @Column('char', { length: 64 }) secretDigest!: string;
  @Column(instantColumn()) receivedAt!: Instant;
  @Column(instantColumn({ nullable: true })) acceptedAt!: Instant | null;
  /** When nothing more was to be done with it. */
  @Column(instantColumn({ nullable: true })) closedAt!: Instant | null;
  /** When name, contact, words and files are to be disposed of; worked out when it closes. */
  @Column('date', { nullable: true }) disposeOn!: PlainDate | null;
  @VersionColumn() version!: number;
}
