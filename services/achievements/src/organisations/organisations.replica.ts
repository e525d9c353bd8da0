import type { FeedEntry } from '@dengke/contract';
import { Follows, Services } from '@dengke/service-kit';
import type { FeedReader } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Organisation } from './organisation.entity';

const ORGANISATION = /^organisation\/(.+)$/;

/** Follows accounts: an entry says which organisation changed, accounts says what is true now. What changed with its people means nothing here. */
@Follows('accounts')
@Injectable()
export class OrganisationsReplica implements FeedReader {
  constructor(private readonly services: Services) {}

  async apply(manager: EntityManager, { subject, detail }: FeedEntry): Promise<void> {
    const id = ORGANISATION.exec(subject)?.[1];
    if (id === undefined || 'personId' in detail) {
      return;
    }
    const { name, kind, areaCode, path, version } = await this.services.accounts.get<Organisation>(
      `/internal/organisations/${encodeURIComponent(id)}`,
    );
    const known = await manager.findOneBy(Organisation, { id });
    if (known === null || known.version <= version) {
      await manager.upsert(Organisation, { id, name, kind, areaCode, path, version }, ['id']);
    }
  }
}
