import { ApiClient, demonstrationPeople } from '@dengke/e2e';
import type { DemonstrationPeople, DemonstrationPerson } from '@dengke/e2e';

/** A session that is idle ends after a quarter of an hour. */
const IDLE_MS = 5 * 60_000;

/** A season asks whether an answer is right; how long it takes where others use the machine too says nothing. */
const unhurried = { patienceMillis: 600_000, tryMillis: 120_000 };

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
    if (known !== undefined && Date.now() - known.usedAt < IDLE_MS) {
      known.usedAt = Date.now();
      return known.client;
    }
    const signingIn = { client: ApiClient.signIn(this.address, login, this.people.password, unhurried), usedAt: Date.now() };
    this.clients.set(login, signingIn);
    await (await known?.client)?.close();
    try {
      return await signingIn.client;
    } catch (error) {
      this.clients.delete(login);
      throw error;
    }
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
