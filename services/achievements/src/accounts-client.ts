import type { Door, ReviewRoute, Role } from '@dengke/contract';
import { Services } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';

/** Somebody who holds a position, as accounts answers it. */
export interface Colleague {
  personId: string;
  name: string;
  role: Role;
}

/** What achievements asks accounts, always with the rights of the person whose request it is. */
@Injectable()
export class AccountsClient {
  constructor(private readonly services: Services) {}

  /** The review route of a unit through one of its doors. @throws DomainError NO_ROUTE, NOT_FOUND, UNAVAILABLE */
  routeOf(unit: string, door?: Door): Promise<ReviewRoute> {
    return this.services.accounts.get('/api/v1/routes', { query: { unit, door }, asPerson: true });
  }

  /** The people of an organisation, as far as the person may see them. */
  peopleOf(organisationId: string): Promise<Colleague[]> {
    return this.services.accounts.get(`/api/v1/organisations/${encodeURIComponent(organisationId)}/people`, { asPerson: true });
  }
}
