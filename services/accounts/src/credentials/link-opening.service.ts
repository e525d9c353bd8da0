import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessClock, DomainError, inTransaction } from '@dengke/service-kit';
import { LinksService } from '../first-passwords/links.service';
import { PeopleService } from '../people/people.service';
import { AttemptsService } from '../sign-in/attempts.service';
import type { OpenLinkDto } from './credentials.dto';
import { PasswordChanges } from './password-changes';
import { StoredPasswords } from './stored-passwords.service';

/** Setting one's first password oneself, by the link that came by mail (P8). It begins no session: what is set is shown at the sign-in. */
@Injectable()
export class LinkOpening {
  constructor(
    private readonly database: DataSource,
    private readonly attempts: AttemptsService,
    private readonly links: LinksService,
    private readonly people: PeopleService,
    private readonly stored: StoredPasswords,
    private readonly changes: PasswordChanges,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * A password that is refused leaves the link as it was. An address that tries many links is slowed like one that tries many logins.
   * @throws DomainError LINK_VOID whatever the reason, PASSWORD_TOO_WEAK { faults, shortest }, TOO_MANY_REQUESTS, BUSY
   */
  async open({ link, password }: OpenLinkDto, address: string): Promise<void> {
    await this.attempts.admitAddress(address);
    const credential = await this.links.opens(link);
    const [position] = credential === null ? [] : await this.people.positionsOf(credential.personId);
    if (credential === null || position === undefined) {
      await this.attempts.failed(link, address);
      throw new DomainError('LINK_VOID');
    }
    await this.stored.requireGood(credential, password);
    const passwordHash = await this.stored.hash(password);
    await inTransaction(this.database, async (manager) => {
      await this.links.use(manager, link);
      await this.stored.replace(manager, credential, passwordHash);
      await this.changes.record(manager, { personId: credential.personId, position }, credential, this.clock.now());
    });
  }
}
