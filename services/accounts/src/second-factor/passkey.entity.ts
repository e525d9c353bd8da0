import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity';

/**
 * A key pair of a person's device or security key (WebAuthn), of which we know the public half. Added and removed by its owner; its
 * counter only grows. Instants are security time.
 */
@Entity('passkey')
@Index('passkey_of', ['personId'])
export class Passkey {
  /** As the authenticator names it, base64url. */
  @PrimaryColumn({ type: 'varchar', length: 700, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'personId', foreignKeyConstraintName: 'passkey_of_person' })
  person!: Person;

  /** COSE. */
  @Column({ type: 'varbinary', length: 2000 })
  publicKey!: Buffer;

  /** Of signatures, as far as the authenticator counts; one that does not grow is a copy. */
  @Column({ type: 'int', unsigned: true })
  counter!: number;

  /** What its owner calls it. */
  @Column({ type: 'varchar', length: 60 })
  name!: string;

  @Column(instantColumn())
  addedAt!: Instant;

  @Column(instantColumn({ nullable: true }))
  lastUsedAt!: Instant | null;
}
