import type { FeedEntry } from '@dengke/contract';
import { Follows, Services } from '@dengke/service-kit';
import type { FeedReader } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Organisation } from './organisation.entity';

const SUBJECT = /^(?:organisation|unit)\/(.+)$/;

/** Follows accounts: an entry says which organisation changed, accounts says what is true now. */
@Follows('accounts')
@Injectable()
export class OrganisationsReplica implements FeedReader {
  constructor(private readonly services: Services) {}

  async apply(manager: EntityManager, { subject }: FeedEntry): Promise<void> {
    const [, id] = SUBJECT.exec(subject) ?? [];
    if (id === undefined) {
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
