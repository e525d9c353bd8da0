import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The one row that says up to which reminder everybody has been told, so that a round looks no further back. Who notes reminders holds it
 * shared until he commits; who tells takes it alone first, and then every reminder before the newest that he sees is there to be seen.
 */
@Entity('digest_mark')
export class DigestMark {
  @PrimaryColumn({ type: 'tinyint' })
  id!: 1;

  @Column({ type: 'bigint' })
  toldUpTo!: number;
}
