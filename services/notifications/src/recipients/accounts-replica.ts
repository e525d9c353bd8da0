import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FeedEntry, Instant, OrganisationKind, Position } from '@dengke/contract';
import { Follows, PersonalData, Services } from '@dengke/service-kit';
import type { FeedReader } from '@dengke/service-kit';
import { Organisation } from './organisation.entity';
import { RecipientPosition } from './recipient-position.entity';
import { Recipient } from './recipient.entity';

interface PersonThere {
  id: string;
  name: string;
  mail: string | null;
  positions: (Position & { endsAt: Instant | null })[];
}
interface OrganisationThere {
  id: string;
  name: string;
  kind: OrganisationKind;
  path: string;
  areaCode: string | null;
  noticeParentId: string | null;
  closed: boolean;
}

const ORGANISATION = /^organisation\/(.+)$/;

/**
 * The replica of people and organisations: an entry of accounts says who changed, a person of the organisation or the organisation itself;
 * accounts says what is true now. The only writer.
 */
@Follows('accounts')
@Injectable()
export class AccountsReplica implements FeedReader {
  constructor(
    private readonly services: Services,
    private readonly personal: PersonalData,
  ) {}

  async apply(manager: EntityManager, { subject, detail: { personId } }: FeedEntry): Promise<void> {
    const organisationId = ORGANISATION.exec(subject)?.[1];
    if (organisationId === undefined) {
      return;
    }
    if (typeof personId === 'string') {
      await this.takePerson(manager, personId);
    } else {
      await this.takeOrganisation(manager, organisationId);
    }
  }

  private async takePerson(manager: EntityManager, id: string): Promise<void> {
    const { name, mail, positions } = await this.services.accounts.get<PersonThere>(`/internal/people/${encodeURIComponent(id)}`);
    await manager.upsert(Recipient, { personId: id, name, mail: this.personal.seal('recipient.mail', id, mail) }, ['personId']);
    await manager.delete(RecipientPosition, { personId: id });
    const rows = positions.map(({ id: positionId, organisationId, organisationKind, role, endsAt }) => ({
      positionId,
      personId: id,
      organisationId,
      organisationKind,
      role,
      endsAt,
    }));
    if (rows.length > 0) {
      await manager.insert(RecipientPosition, rows);
    }
  }

  private async takeOrganisation(manager: EntityManager, id: string): Promise<void> {
    const there = await this.services.accounts.get<OrganisationThere>(`/internal/organisations/${encodeURIComponent(id)}`);
    const { name, kind, path, areaCode, noticeParentId = null, closed = false } = there;
    await manager.upsert(Organisation, { id, name, kind, path, areaCode, noticeParentId, closed }, ['id']);
  }
}
