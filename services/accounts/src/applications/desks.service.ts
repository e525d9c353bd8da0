import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { credentialApplicationStates, effectiveRightsOf, isApplicationOver, organiserApplicationStates } from '@dengke/contract';
import type { ApplicationState, Caller, Position } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { issuingRules } from '../credentials/issuing-rules';
import { isHeldOpen } from '../organisations/held-open';
import { OrganisationsService } from '../organisations/organisations.service';
import type { FoundOrganisation } from '../organisations/organisations.service';
import type { Scope } from '../organisations/scope';

/**
 * Whether a position issues logins at its own desk (P7, S27): the super administrator, at a municipal bureau its managers, elsewhere those to
 * whom the super administrator has given it.
 */
export const decides = (position: Pick<Position, 'organisationKind' | 'role' | 'rights'>): boolean =>
  effectiveRightsOf(position).has('credential.issue') &&
  issuingRules.some(({ by: [kind, role], where }) => kind === position.organisationKind && role === position.role && where !== 'own');

const pageSize = 100;
const openStates = (Object.keys({ ...credentialApplicationStates, ...organiserApplicationStates }) as ApplicationState[]).filter(
  (state) => !isApplicationOver(state),
);

/** Who has to do with an application at a desk; to all others it does not exist. */
@Injectable()
export class DesksService {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsService,
  ) {}

  /** The desk, to its own people and to those above it. @throws DomainError NOT_FOUND for everybody else */
  seenBy(me: Caller, deskId: string): Promise<FoundOrganisation> {
    return this.organisations.within(me, deskId);
  }

  /** The same as it stays until the transaction ends: what comes to it does not come to one that closes or moves in this moment. */
  async held(manager: EntityManager, me: Caller, deskId: string): Promise<FoundOrganisation> {
    await isHeldOpen(manager, deskId);
    return this.seenBy(me, deskId);
  }

  /** @throws DomainError NOT_FOUND outside one's part of the graphs, NOT_ALLOWED at another desk or without the role */
  async requireDecider(me: Caller, deskId: string): Promise<FoundOrganisation> {
    const desk = await this.seenBy(me, deskId);
    if (!isDecider(me, desk)) {
      throw new DomainError('NOT_ALLOWED');
    }
    return desk;
  }

  /** The same, or the super administrator of a level above the desk. */
  async requireOverseer(me: Caller, deskId: string): Promise<FoundOrganisation> {
    const desk = await this.seenBy(me, deskId);
    if (!isDecider(me, desk) && !(me.position.role === 'superAdmin' && me.position.organisationId !== deskId)) {
      throw new DomainError('NOT_ALLOWED');
    }
    return desk;
  }

  /** Ids of the applications at the desks within a scope that are not over: one page after an id. */
  async openIn(scope: Scope, table: 'credential_application' | 'organiser_application', after: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `select a.id from ${table} a join organisation o on o.id = a.deskId left join unit u on u.organisationId = o.id
        where a.state in (?) and a.id > ? and ${scope.sql} order by a.id limit ?`,
      [openStates, after, ...scope.parameters, pageSize],
    );
    return rows.map(({ id }) => id);
  }
}

export const isDecider = ({ position }: Caller, desk: Pick<FoundOrganisation, 'id'>): boolean =>
  position.organisationId === desk.id && decides(position);
