import type { OrganiserScan } from '@dengke/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The scan of the signature or the seal of one application (S59, S86, P5), beside the blob that holds it. Created with it; never changed. */
@Entity('organiser_scan')
export class OrganiserScanRow {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  applicationId!: string;

  @PrimaryColumn({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  scan!: OrganiserScan;

  @Column({ type: 'varchar', length: 200 })
  fileName!: string;

  /** As its content says, not as the browser said. */
  @Column({ type: 'varchar', length: 100 })
  mediaType!: string;

  @Column({ type: 'int', unsigned: true })
  bytes!: number;

  /** Of the content; also the blob's name. */
  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  sha256!: string;
}
