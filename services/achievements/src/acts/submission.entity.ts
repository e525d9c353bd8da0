import type {
  Category,
  Ground,
  Instant,
  IntakeMode,
  PlainDate,
  RouteLeg,
  StageKind,
  SubmissionState,
  WindowOutcome,
} from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/**
 * One submission of one achievement, from submit to the ministry's acknowledgement, and what is corrected or cancelled after its registration. Created by `submit`; its state is changed by the
 * judge alone (`ActsService`), cut-off and window also by `moveCutOffs` and `reopen`, and what disposal empties by `keptSubmissions`. Fixed at submit: serial, registration year (P15); route, submitter and unit, unless a recorded act says otherwise when the graphs
 * change or the submitter leaves (P1). `occupiedFingerprint`, a generated column, lets one
 * live or registered submission stand for an achievement (P19).
 */
@Entity('submission')
export class Submission {
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  @Column('varchar', { length: 64 }) draftId!: string;
  @Column('varchar', { length: 200 }) name!: string;
  @Column('varchar', { length: 8 }) category!: Category;
  @Column('varchar', { length: 10 }) ground!: Ground;
  @Column('date') achievedOn!: PlainDate;
  /** The form it was filled in under; of the edition of its first submission for good. */
  @Column('varchar', { length: 40 }) formSchema!: string;
  @Column('smallint') registrationYear!: number;

  @Column('varchar', { length: 8 }) mode!: IntakeMode;
  @Column('varchar', { length: 40, nullable: true }) windowId!: string | null;
  /** The cut-off that binds it, earlier ones included; kept after it has passed. */
  @Column(instantColumn({ nullable: true })) cutOffAt!: Instant | null;
  /** Where it stood at the cut-off; null until then. */
  @Column('varchar', { length: 16, nullable: true }) windowOutcome!: WindowOutcome | null;

  @Column('varchar', { length: 64 }) unitId!: string;
  @Column('varchar', { length: 64 }) organiserId!: string;
  @Column('varchar', { length: 6 }) areaCode!: string;
  @Column('varchar', { length: 64 }) submitterId!: string;
  @Column('boolean') unitOfOne!: boolean;

  @Column('varchar', { length: 40 }) routeId!: string;
  @Column('int') routeVersion!: number;
  @Column('json') legs!: RouteLeg[];
  @Column('boolean') paperRequired!: boolean;

  @Column('varchar', { length: 16 }) state!: SubmissionState;
  /** Index into `legs` of the present stage; null when it is with the completer, in publicity or over. */
  @Column('tinyint', { nullable: true }) position!: number | null;
  @Column('varchar', { length: 16, nullable: true }) stage!: StageKind | null;
  @Column('varchar', { length: 64, nullable: true }) deskId!: string | null;
  /** 1 at submit, one more at each resubmission; also the number of the locked version (P27). */
  @Column('int') round!: number;
  /** Index of the stage that returned it and to which it comes back (P26). */
  @Column('tinyint', { nullable: true }) returnedFrom!: number | null;
  @Column(instantColumn({ nullable: true })) dueAt!: Instant | null;
  @Column('boolean') dueProvisional!: boolean;
  /** When the present wait was escalated (P31). */
  @Column(instantColumn({ nullable: true })) escalatedAt!: Instant | null;
  /** When its publicity ends, or ended, whatever holds it meanwhile (P33). */
  @Column(instantColumn({ nullable: true })) publicityEndsAt!: Instant | null;
  /** Since when an objection holds its registration. */
  @Column(instantColumn({ nullable: true })) heldAt!: Instant | null;
  @Column('boolean') withdrawalAsked!: boolean;
  /** While the completer mends it or a suspicion of secrecy is examined: days of its desk's limit that are left; null when it was late already (P17). */
  @Column('int', { nullable: true }) daysLeft!: number | null;
  /** Found to be classified, excluded or cancelled as that: nobody reads form, files or words of it any more (P17, S49). */
  @Column('boolean') excluded!: boolean;
  /** When its form, words and numbers went because their term was over (docs/retention.md). */
  @Column(instantColumn({ nullable: true })) disposedAt!: Instant | null;

  @Column('char', { length: 12, nullable: true }) registrationNumber!: string | null;
  @Column('date', { nullable: true }) approvedOn!: PlainDate | null;
  @Column(instantColumn()) firstSubmittedAt!: Instant;
  @Column('varchar', { length: 64 }) fingerprint!: string;
  /** Number of its last ledger entry. */
  @Column('int') lastFact!: number;
  @VersionColumn() version!: number;
}
