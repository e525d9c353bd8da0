import { join } from 'node:path';
import { Achievements20261122000000 } from './migrations/20261122-achievements';
import { GraphChanges20261129000000 } from './migrations/20261129-graph-changes';
import { DraftChanges20261201010000 } from './migrations/20261201-draft-changes';
import { FormSchemas20261201000000 } from './migrations/20261201-form-schemas';
import { Suspicions20261203000000 } from './migrations/20261203-suspicions';
import { ReportUp20261206000000 } from './migrations/20261206-report-up';
import { Uploads20261207000000 } from './migrations/20261207-uploads';

/** Every entity of the service's schema, and its migrations in order. */
export const entities = [join(__dirname, '**/*.entity.{js,ts}')];
export const migrations = [
  Achievements20261122000000,
  GraphChanges20261129000000,
  FormSchemas20261201000000,
  DraftChanges20261201010000,
  Suspicions20261203000000,
  ReportUp20261206000000,
  Uploads20261207000000,
];
/** What was submitted and what was sealed stays as it was (P27, P37): the service's own user can neither change nor remove it. */
export const writtenOnce = ['submission_version', 'sealed_bundle'];
