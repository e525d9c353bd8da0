import type { FeedEntry, UnitKind } from '@dengke/contract';
import { Follows, Services } from '@dengke/service-kit';
import type { FeedReader } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Organisation } from './organisation.entity';
import { SuccessionService } from './succession.service';

type OrganisationThere = Omit<Organisation, 'unitKind'> & { unit?: { unitKind: UnitKind } | null };

const ORGANISATION = /^organisation\/(.+)$/;

/**
 * Follows accounts: an entry says which organisation changed, accounts says what is true now. What changed with its people means nothing here;
 * what a closed one left open goes to its successor.
 */
@Follows('accounts')
@Injectable()
export class OrganisationsReplica implements FeedReader {
  constructor(
    private readonly services: Services,
    private readonly succession: SuccessionService,
  ) {}

  async apply(manager: EntityManager, { subject, detail, at }: FeedEntry): Promise<void> {
    const id = ORGANISATION.exec(subject)?.[1];
    if (id === undefined || 'personId' in detail) {
      return;
    }
    const there = await this.services.accounts.get<OrganisationThere>(`/internal/organisations/${encodeURIComponent(id)}`);
    const { name, kind, areaCode, path, version, closed, successorId, unit } = there;
    const known = await manager.findOneBy(Organisation, { id });
    if (known === null || known.version <= version) {
      await manager.upsert(
        Organisation,
        { id, name, kind, areaCode, path, version, closed, successorId, unitKind: unit?.unitKind ?? null },
        ['id'],
      );
    }
    if (closed && successorId !== null) {
      await this.succession.takeOver(id, successorId, at);
    }
  }
}
