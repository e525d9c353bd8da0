import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Credential } from './credential.entity';

/** The hash of a password somebody once had, so that the last ones stay barred. Written when it is changed. */
@Entity('former_password')
@Index('former_password_of', ['credentialId'])
export class FormerPassword {
  /** uuid v7: in order of age. */
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  credentialId!: string;

  @ManyToOne(() => Credential)
  @JoinColumn({ name: 'credentialId', foreignKeyConstraintName: 'former_password_credential' })
  credential!: Credential;

  @Column({ type: 'varchar', length: 160, charset: 'ascii', collation: 'ascii_bin' })
  passwordHash!: string;
}
