import { join } from 'node:path';
import { Achievements20261122000000 } from './migrations/20261122-achievements';
import { GraphChanges20261129000000 } from './migrations/20261129-graph-changes';
import { Likenesses20261202000000 } from './migrations/20261202-likenesses';

/** Every entity of the service's schema, and its migrations in order. */
export const entities = [join(__dirname, '**/*.entity.{js,ts}')];
export const migrations = [Achievements20261122000000, GraphChanges20261129000000, Likenesses20261202000000];
/** What was submitted stays as it was (P27): the service's own user can neither change nor remove it. */
export const writtenOnce = ['submission_version'];
