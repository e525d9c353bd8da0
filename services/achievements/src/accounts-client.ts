import type { Door, ReviewRoute } from '@dengke/contract';
import type { ServiceClient } from '@dengke/service-kit';

export interface PersonLine {
  id: string;
  name: string;
}

/** What achievements asks accounts, always with the rights of the person whose request it is (design §2). */
export class AccountsClient {
  constructor(private readonly client: ServiceClient) {}

  /** The review route of a unit through one of its doors. @throws DomainError NO_ROUTE, NOT_FOUND, UNAVAILABLE */
  routeOf(unit: string, door?: Door): Promise<ReviewRoute> {
    return this.client.get('/api/v1/routes', { query: { unit, door }, asPerson: true });
  }

  /** The people of an organisation, as far as the person may see them. */
  peopleOf(organisationId: string): Promise<PersonLine[]> {
    return this.client.get(`/api/v1/organisations/${encodeURIComponent(organisationId)}/people`, { asPerson: true });
  }
}
