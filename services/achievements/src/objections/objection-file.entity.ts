import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of an objection, beside the blob that holds it: the seal's scan, or what proves its grounds. Created with it; nothing changes but that it was scanned. */
@Entity('objection_file')
export class ObjectionFile {
  @PrimaryColumn('varchar', { length: 12 }) receipt!: string;
  /** `seal`, `file1` … */
  @PrimaryColumn('varchar', { length: 8 }) part!: string;
  @Column('varchar', { length: 200 }) fileName!: string;
  /** As its content says, not as the browser said. */
  @Column('varchar', { length: 100 }) mediaType!: string;
  @Column('int') bytes!: number;
  /** Of the content; also the blob's name. */
  @Column('char', { length: 64 }) sha256!: string;
  /** When the virus scanner found it clean; null where none has looked at it. */
  @Column(instantColumn({ nullable: true })) scannedAt!: Instant | null;
}
