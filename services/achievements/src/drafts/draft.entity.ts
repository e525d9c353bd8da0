import type { Instant, PartialForm } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A form on its way: any of its fields may still be missing, but secrecy has been declared `public` (P17). */
export type DraftForm = PartialForm;

/**
 * The working copy of one achievement's registration form. Created and changed by people of the first completing unit, who alone see it (P18);
 * what is submitted is copied from it and locked elsewhere (P27). Its unit never changes, unless that is merged or closes, and a classified form is never stored (P17, S49).
 */
@Entity('draft')
export class Draft {
  /** UUID version 7. */
  @PrimaryColumn('varchar', { length: 64 }) id!: string;
  @Column('varchar', { length: 64 }) unitId!: string;
  /** Who created it, or took it over from one who has left; colleagues of the unit may go on with it. */
  @Column('varchar', { length: 64 }) ownerId!: string;
  @Column('json') form!: DraftForm;
  /** The schema it is filled in under: category, and the year of the edition. */
  @Column('varchar', { length: 40 }) formSchema!: string;
  /** Answers, by field, that do not fit this schema but did fit the one before; kept until they fit again. */
  @Column('json') setAside!: object;
  /** One more at each change of the form; evidence has rows of its own. */
  @VersionColumn() version!: number;
  @Column(instantColumn()) createdAt!: Instant;
  @Column(instantColumn()) changedAt!: Instant;
}
