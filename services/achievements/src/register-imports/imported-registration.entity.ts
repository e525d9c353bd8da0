import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What was registered before this register was kept here, as a registrar's import brought it: beside its entry in the public register, what finds
 * duplicates of it (P19). Written once with that entry, and once more with each correction of it, the newest of a number counts; nothing changes or removes it.
 */
@Entity('imported_registration')
export class ImportedRegistration {
  /** `I-000017`: a serial of its own kind; no journey belongs to it. */
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  @Column('char', { length: 12 }) number!: string;
  /** The first unit in accounts, where one is called so. */
  @Column('varchar', { length: 64, nullable: true }) unitId!: string | null;
  /** Normalised name and first unit's code, as of submissions; null without a code, and for what was cancelled. */
  @Column('varchar', { length: 64, nullable: true }) fingerprint!: string | null;
  /** The import that brought it. */
  @Column('varchar', { length: 64 }) importId!: string;
}
