import type { ErrorCode, Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** That submit refused something, when and by which code: for the window's account. Nothing of what was refused is kept. */
@Entity('refused_submission')
export class RefusedSubmission {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column('varchar', { length: 40, nullable: true }) windowId!: string | null;
  @Column('varchar', { length: 40 }) code!: ErrorCode;
  @Column('varchar', { length: 64 }) unitId!: string;
  /** Digest of the act’s id: what is sent again and refused again counts once. Null for what was refused before there was one. */
  @Column('char', { length: 64, nullable: true, unique: true }) attempt!: string | null;
  @Column(instantColumn()) refusedAt!: Instant;
}
