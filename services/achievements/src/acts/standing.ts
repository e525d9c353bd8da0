import type { Instant } from '@dengke/contract';
import type { LedgerHead } from '@dengke/service-kit';
import type { PaperLeg } from './paper-leg.entity';
import type { SubmissionStage } from './submission-stage.entity';
import type { Submission } from './submission.entity';

/** That a person had a hand in a submission: wrote of its form or brought its evidence, stands in it as a completer, submitted it, once or again, or approved it, also by a deputy. */
export interface Deed {
  deed: 'write' | 'complete' | 'submit' | 'resubmit' | 'approve';
  personId: string;
  deputyFor: string | null;
}

/** All that an act looks at, read under the lock of the submission's ledger. */
export interface Standing {
  head: LedgerHead;
  /** The instant of its last entry. */
  lastAt: Instant;
  submission: Readonly<Submission>;
  /** The stage that holds it now; null while it is with the completer, in publicity or over. */
  stage: Readonly<SubmissionStage> | null;
  /** All stages so far, and who had a hand in it besides, for P30. */
  stages: readonly Readonly<SubmissionStage>[];
  deeds: readonly Readonly<Deed>[];
  paper: readonly Readonly<PaperLeg>[];
}
