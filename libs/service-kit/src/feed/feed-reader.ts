import { SetMetadata } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import type { FeedEntry } from '@dengke/contract';
import type { ServiceName } from '../http/services';

const FOLLOWS = 'dengke:follows';

/** What a service makes of another's facts. */
export interface FeedReader {
  /**
   * Takes effect in the transaction that also moves the cursor, so once; `clock.now()` is the entry's instant. Kinds that mean nothing
   * here are simply ignored. An entry that fails again and again becomes a dead letter, and the next one goes on.
   */
  apply(manager: EntityManager, entry: FeedEntry): Promise<void>;
}

/** `@Follows('accounts') @Injectable() class OrganisationReplica implements FeedReader`. A second reader of one source needs a name. */
export const Follows = (source: ServiceName, name?: string) =>
  SetMetadata(FOLLOWS, { source, cursor: name === undefined ? source : `${source}/${name}` });

export interface Following {
  source: ServiceName;
  cursor: string;
  reader: FeedReader;
}

/** @throws Error when two readers share a cursor */
export function followings(discovery: DiscoveryService): Following[] {
  const found = new Map<string, Following>();
  for (const { metatype, instance } of discovery.getProviders()) {
    const follows =
      typeof metatype === 'function' ? (Reflect.getMetadata(FOLLOWS, metatype) as Omit<Following, 'reader'> | undefined) : undefined;
    if (follows === undefined) {
      continue;
    }
    if (found.has(follows.cursor)) {
      throw new Error(`Two readers follow ${follows.cursor}: name the second one`);
    }
    found.set(follows.cursor, { ...follows, reader: instance as FeedReader });
  }
  return [...found.values()];
}
