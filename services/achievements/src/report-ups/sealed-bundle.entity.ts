import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The one content of a bundle, as a blob under its digest. Written once when the bundle is sealed; the service's own database user may neither change
 * nor remove it (decision 0007), so that nothing is ever sent twice with different content.
 */
@Entity('sealed_bundle')
export class SealedBundle {
  @PrimaryColumn('varchar', { length: 20 }) bundleId!: string;
  @Column('char', { length: 64 }) sha256!: string;
  @Column('bigint', { transformer: { to: (value: number) => value, from: Number } }) bytes!: number;
  /** Of the key it is signed with. */
  @Column('varchar', { length: 32 }) keyId!: string;
  @Column(instantColumn()) sealedAt!: Instant;
}
