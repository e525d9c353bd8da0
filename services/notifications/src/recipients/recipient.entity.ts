import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Replica of a person as somebody to be told: name for the greeting, address for the mail, no mobile. Written only while following
 * the feed of accounts.
 */
@Entity('recipient')
export class Recipient {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @Column({ type: 'varchar', length: 60 })
  name!: string;

  /** Sealed (`PersonalData`). Null: only the inbox reaches this person. */
  @Column({ type: 'varchar', length: 1000, nullable: true })
  mail!: string | null;
}
