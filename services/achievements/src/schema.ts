import { join } from 'node:path';
import { Achievements20261122000000 } from './migrations/20261122-achievements';
import { Certificates20261205000000 } from './migrations/20261205-certificates';
import { GraphChanges20261129000000 } from './migrations/20261129-graph-changes';
import { LeavingFiles20270114000000 } from './migrations/20270114-leaving-files';
import { PaperOfASheet20270115000000 } from './migrations/20270115-paper-of-a-sheet';
import { PaperOfAVersion20270125000000 } from './migrations/20270125-paper-of-a-version';
import { Likenesses20261202000000 } from './migrations/20261202-likenesses';
import { DecidedOrder20270124000000 } from './migrations/20270124-decided-order';
import { DraftChanges20261201010000 } from './migrations/20261201-draft-changes';
import { FormSchemas20261201000000 } from './migrations/20261201-form-schemas';
import { QueueOrder20270116000000 } from './migrations/20270116-queue-order';
import { RegisterImports20261223000000 } from './migrations/20261223-register-imports';
import { Retention20261229000000 } from './migrations/20261229-retention';
import { Suspicions20261203000000 } from './migrations/20261203-suspicions';
import { NamedEntries20261223010000 } from './migrations/20261223-named-entries';
import { Publicity20261204000000 } from './migrations/20261204-publicity';
import { ImportedCorrections20261229010000 } from './migrations/20261229-imported-corrections';
import { LimitRows20261224010000 } from './migrations/20261224-limit-rows';
import { RegisterOrder20270117000000 } from './migrations/20270117-register-order';
import { RegisterTerms20270117010000 } from './migrations/20270117-register-terms';
import { RegisterTermsOfDays20270123000000 } from './migrations/20270123-register-terms-of-days';
import { ReportUp20261206000000 } from './migrations/20261206-report-up';
import { ReportChanges20261221000000 } from './migrations/20261221-report-changes';
import { RegisterFields20261221010000 } from './migrations/20261221-register-fields';
import { PaperSheets20261222000000 } from './migrations/20261222-paper-sheets';
import { Extensions20261224000000 } from './migrations/20261224-extensions';
import { Uploads20261207000000 } from './migrations/20261207-uploads';
import { WindowInformation20261225000000 } from './migrations/20261225-window-information';
import { ScannedObjections20270118000000 } from './migrations/20270118-scanned-objections';
import { IdentifiedCompleters20270119000000 } from './migrations/20270119-identified-completers';
import { QueueBindingDay20270120000000 } from './migrations/20270120-queue-binding-day';
import { RefusedOnce20270122000000 } from './migrations/20270122-refused-once';
import { OutboxTrace20270113000000 } from './migrations/20270113-outbox-trace';

/** Every entity of the service's schema, and its migrations in order. */
export const entities = [join(__dirname, '**/*.entity.{js,ts}')];
export const migrations = [
  Achievements20261122000000,
  GraphChanges20261129000000,
  FormSchemas20261201000000,
  DraftChanges20261201010000,
  Likenesses20261202000000,
  Suspicions20261203000000,
  Publicity20261204000000,
  Certificates20261205000000,
  ReportUp20261206000000,
  Uploads20261207000000,
  ReportChanges20261221000000,
  RegisterFields20261221010000,
  PaperSheets20261222000000,
  RegisterImports20261223000000,
  NamedEntries20261223010000,
  Extensions20261224000000,
  LimitRows20261224010000,
  WindowInformation20261225000000,
  Retention20261229000000,
  ImportedCorrections20261229010000,
  OutboxTrace20270113000000,
  LeavingFiles20270114000000,
  PaperOfASheet20270115000000,
  QueueOrder20270116000000,
  RegisterOrder20270117000000,
  RegisterTerms20270117010000,
  ScannedObjections20270118000000,
  IdentifiedCompleters20270119000000,
  QueueBindingDay20270120000000,
  RefusedOnce20270122000000,
  RegisterTermsOfDays20270123000000,
  DecidedOrder20270124000000,
  PaperOfAVersion20270125000000,
];
/** What was submitted, sealed, cancelled or imported and the numbers that were never given stay as they are (P27, P34, P36, P37): the service's own user can neither change nor remove it. */
export const writtenOnce = [
  'submission_version',
  'sealed_bundle',
  'cancellation',
  'number_gap',
  'imported_registration',
  'imported_correction',
];
/** The one way in which any of it goes, by the database's own judgement (decision 0019). */
export const procedures = ['erase_versions'];
