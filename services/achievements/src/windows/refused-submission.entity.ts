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
  @Column(instantColumn()) refusedAt!: Instant;
}
