import type { Instant, OrganisationKind } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';

/**
 * One node of the graphs: a registrar of level 1–3 (S52–S54), a municipal or county bureau, or a completing unit (S55), whose own
 * columns stand in `unit`. Created by seeding, later by a recorded act; `id` and `kind` never change, and a closed one never opens again. A
 * generated column (see the migration) lets nobody hold a living position in a closed one.
 */
@Entity('organisation')
@Index('organisation_by_path', ['path'])
@Index('organisation_by_kind_area', ['kind', 'areaCode'])
@Index('organisation_by_credential_parent', ['credentialParentId'])
@Index('organisation_by_notice_parent', ['noticeParentId'])
export class Organisation {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'varchar', length: 200 })
  name!: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  kind!: OrganisationKind;

  /** Registrar level 1–4 (S51–S55); null for a county bureau, which is none. Says nothing about review order (P2). */
  @Column({ type: 'tinyint', unsigned: true, nullable: true })
  level!: number | null;

  /** GB/T 2260, two, four or six digits. */
  @Column({ type: 'varchar', length: 6, charset: 'ascii', collation: 'ascii_bin' })
  areaCode!: string;

  /** Ids from the root of the credential tree down to this node, `/org-most/org-sx-kjt/`: a prefix of it is a scope in SQL. */
  @Column({ type: 'varchar', length: 600, charset: 'ascii', collation: 'ascii_bin' })
  path!: string;

  /** Graph 2: who issues the logins of this node (S56). */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  credentialParentId!: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'credentialParentId', foreignKeyConstraintName: 'organisation_credential_parent' })
  credentialParent!: Organisation | null;

  /** Graph 3: from whom notices come. */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  noticeParentId!: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'noticeParentId', foreignKeyConstraintName: 'organisation_notice_parent' })
  noticeParent!: Organisation | null;

  /** Which of S54's kinds of organiser it is; null for all that are none. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  organiserKind!: string | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  contactOffice!: string | null;

  /** Of the office, not of a person. */
  @Column({ type: 'varchar', length: 30, nullable: true })
  contactPhone!: string | null;

  /** Business instant of the act that closed it. */
  @Column(instantColumn({ nullable: true }))
  closedAt!: Instant | null;

  /** Who took over what it left; where that one has closed too, the one after it. */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  successorId!: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'successorId', foreignKeyConstraintName: 'organisation_successor' })
  successor!: Organisation | null;

  @VersionColumn({ type: 'int', unsigned: true })
  version!: number;
}
