import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once, PersonalData } from '@dengke/service-kit';
import { OrganisationsService } from '../organisations/organisations.service';
import { maskedContact, openedContact } from './contact';
import type { Contact } from './contact';
import type { ContactDto, KnownPersonDto, SearchPeopleDto, UnmaskDto } from './people.dto';
import { Person } from './person.entity';

/** Mobiles and mails of people, found by what they are and shown whole: each time for a reason, and never without a trace. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly organisations: OrganisationsService,
    private readonly personal: PersonalData,
    private readonly clock: BusinessClock,
  ) {}

  /** Masked, though the asker knows the mobile: the mail he may not. */
  async withMobile(me: Caller, { mobile }: SearchPeopleDto): Promise<KnownPersonDto[]> {
    const found = await this.database.query<({ personId: string; name: string } & Contact)[]>(
      'select id as personId, name, mobile, mail from person where mobileIndex in (?)',
      [this.personal.indexes('person.mobile', mobile)],
    );
    const known = await Promise.all(found.map(({ personId }) => this.organisations.knownIn(me, personId)));
    return found
      .filter((_, at) => known[at] !== null)
      .map((person) => ({ ...person, ...maskedContact(openedContact(this.personal, person.personId, person)) }));
  }

  /**
   * The act is recorded in the chain of the organisation through which the person is known here; its receipt is kept without the answer.
   * @throws DomainError NOT_FOUND, also for somebody who exists elsewhere or above
   */
  async unmask(me: Caller, key: string, personId: string, { reason }: UnmaskDto): Promise<ContactDto> {
    const organisationId = await this.organisations.knownIn(me, personId);
    if (organisationId === null) {
      throw new DomainError('NOT_FOUND');
    }
    const at = this.clock.now();
    return inTransaction(this.database, async (manager) => {
      await once(manager, { personId: me.personId, key, body: { act: 'unmask', personId, reason }, at }, async () => {
        await this.ledger.record(manager, `organisation/${organisationId}`, {
          ...{ kind: 'personUnmasked', actId: actIdOf(me.personId, key), at, by: me.personId, organisationId: me.position.organisationId },
          ...{ detail: { personId }, text: { reason }, relay: false },
        });
        return {};
      });
      return this.contactOf(manager, personId);
    });
  }

  private async contactOf(manager: EntityManager, personId: string): Promise<Contact> {
    return openedContact(this.personal, personId, await manager.findOneByOrFail(Person, { id: personId }));
  }
}
