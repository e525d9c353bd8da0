import { ApiClient, demonstrationPeople } from '@dengke/e2e';
import type { DemonstrationPeople, DemonstrationPerson } from '@dengke/e2e';

/** A session that is idle ends after a quarter of an hour. */
const IDLE_MS = 5 * 60_000;

/** The seed's people at the public API, each signed in when first needed. */
export class Cast {
  private readonly clients = new Map<string, { client: Promise<ApiClient>; usedAt: number }>();

  private constructor(
    private readonly address: string,
    readonly people: DemonstrationPeople,
  ) {}

  static async of(address: string): Promise<Cast> {
    return new Cast(address, await demonstrationPeople());
  }

  /** Who has long done nothing signs in again where the session has ended meanwhile: it runs on the host's time, however long the season is played. */
  async as(login: string): Promise<ApiClient> {
    const known = this.clients.get(login);
    const isFresh = known !== undefined && Date.now() - known.usedAt < IDLE_MS;
    const client = isFresh ? known.client : ApiClient.signIn(this.address, login, this.people.password);
    this.clients.set(login, { client, usedAt: Date.now() });
    if (!isFresh) {
      await (await known?.client)?.close();
    }
    return client;
  }

  person(login: string): DemonstrationPerson {
    const found = this.people.people.find((person) => person.login === login);
    if (found === undefined) {
      throw new Error(`The seed has nobody with the login ${login}`);
    }
    return found;
  }

  /** Somebody who may act for an organisation: its first manager, or of a unit its administrator. */
  clerkOf(organisationId: string): string {
    const [clerk] = this.people.people.filter(({ positions }) =>
      positions.some((held) => held.organisationId === organisationId && (held.role === 'manager' || held.role === 'unitAdmin')),
    );
    if (clerk === undefined) {
      throw new Error(`The seed has no clerk at ${organisationId}`);
    }
    return clerk.login;
  }

  loginOf(personId: string): string {
    return this.people.people.find(({ id }) => id === personId)?.login ?? personId;
  }

  async leave(): Promise<void> {
    await Promise.all([...this.clients.values()].map(async ({ client }) => (await client).close()));
  }
}
