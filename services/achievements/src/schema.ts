import { join } from 'node:path';
import { Achievements20261122000000 } from './migrations/20261122-achievements';

/** Every entity of the service's schema, and its migrations in order. */
export const entities = [join(__dirname, '**/*.entity.{js,ts}')];
export const migrations = [Achievements20261122000000];
