import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Role } from '@dengke/contract';
import { RecipientsService } from '../recipients/recipients.service';
import type { SubmissionNews } from './submission-news';
import type { Audience } from './tellings';

const COWORKERS: readonly Role[] = ['completer', 'unitAdmin'];

/** Finds the people of an audience, by the positions they hold now. */
@Injectable()
export class AudienceService {
  constructor(private readonly recipients: RecipientsService) {}

  async of(manager: EntityManager, audience: Audience, news: SubmissionNews): Promise<string[]> {
    switch (audience) {
      case 'submitter':
        return this.only(manager, news.submitterId);
      case 'assignee':
        return this.only(manager, news.toPersonId);
      case 'unit':
        return this.withRoles(manager, news.unitId, ['unitAdmin'], news.at);
      case 'co-workers':
        return this.withRoles(manager, news.unitId, COWORKERS, news.at);
      case 'desk':
        return this.at(manager, news.deskId, news.at);
      case 'next-desk':
        return this.at(manager, news.nextDeskId, news.at);
      case 'paper-desk':
        return this.at(manager, news.paperDeskId, news.at);
      case 'department-admin':
        return this.withRoles(manager, news.informedOrganisationId, ['superAdmin'], news.at);
      case 'registrar':
        return this.at(manager, news.registrarId, news.at);
      case 'passed-desks':
        return this.atAll(manager, news.reviewDeskIds, news.at);
      case 'over-desk':
        return this.over(manager, news);
      case 'named':
        return this.named(manager, news);
      case 'route':
        return [...(await this.recipients.atDesks(manager, news.routeDeskIds, news.at)).values()].flat();
    }
  }

  /** For a unit its administrators speak. Who has submitted it knows how it names him. Who a `completer/…` is achievements says beside it. */
  private async named(manager: EntityManager, { namedParties, submitterId, at }: SubmissionNews): Promise<string[]> {
    const people: string[] = [];
    for (const party of namedParties) {
      const [kind, id = ''] = party.split('/');
      people.push(...(kind === 'unit' ? await this.withRoles(manager, id, ['unitAdmin'], at) : []));
      people.push(...(kind === 'person' ? await this.only(manager, id) : []));
    }
    return people.filter((personId) => personId !== submitterId);
  }

  private over(manager: EntityManager, news: SubmissionNews): Promise<string[]> {
    if (news.state === 'in-publicity') {
      return this.withRoles(manager, news.informedOrganisationId, ['superAdmin'], news.at);
    }
    const isOwnSuperior = news.stage === 'department' || news.stage === 'ministry';
    return isOwnSuperior
      ? this.withRoles(manager, news.deskId, ['superAdmin'], news.at)
      : this.at(manager, news.informedOrganisationId ?? news.nextDeskId, news.at);
  }

  private async at(manager: EntityManager, organisationId: string | null, at: Instant): Promise<string[]> {
    if (organisationId === null) {
      return [];
    }
    return (await this.recipients.atDesks(manager, [organisationId], at)).get(organisationId) ?? [];
  }

  private async atAll(manager: EntityManager, organisationIds: readonly string[], at: Instant): Promise<string[]> {
    return [...(await this.recipients.atDesks(manager, [...organisationIds], at)).values()].flat();
  }

  private async withRoles(manager: EntityManager, organisationId: string | null, roles: readonly Role[], at: Instant): Promise<string[]> {
    return organisationId === null ? [] : this.recipients.withRoles(manager, organisationId, roles, at);
  }

  private async only(manager: EntityManager, personId: string | null): Promise<string[]> {
    return personId === null ? [] : [await this.recipients.known(manager, personId)];
  }
}
