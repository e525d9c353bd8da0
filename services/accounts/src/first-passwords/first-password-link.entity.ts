import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Credential } from '../credentials/credential.entity';

/**
 * The one-time link by which somebody sets the first password himself (P8): written when a login is issued by mail, gone when it was used or
 * anything is issued anew. Its secret is worked out from the id and a key outside the database; it is void with the first password.
 */
@Entity('first_password_link')
@Index('first_password_link_once', ['credentialId'], { unique: true })
export class FirstPasswordLink {
  /** uuid v7, new with each issue. */
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  credentialId!: string;

  @ManyToOne(() => Credential)
  @JoinColumn({ name: 'credentialId', foreignKeyConstraintName: 'first_password_link_of_credential' })
  credential!: Credential;

  /** Of the key with which the secret is worked out. */
  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  keyId!: string;

  /** SHA-256 of the secret. */
  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  digest!: string;
}
