import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity';

/** One of ten codes that stand in once each for a second factor that is lost. Shown when they are made, then only their digests are known. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'personId', foreignKeyConstraintName: 'recovery_code_of_person' })
  person!: Person;

  /** SHA-256, hex; a code has 80 random bits, so nothing slower is needed. */
  @PrimaryColumn({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  digest!: string;

  /** Security time. */
  @Column(instantColumn({ nullable: true }))
  usedAt!: Instant | null;
}
