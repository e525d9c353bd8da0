import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@dengke/contract';
import { PersonalData } from '@dengke/service-kit';
import { InboxService } from '../inbox/inbox.service';
import { Recipient } from '../recipients/recipient.entity';
import { RecipientsService } from '../recipients/recipients.service';
import { BouncedAddress } from './bounced-address.entity';

const toHolder = '邮件无法送达您登记的邮箱，已停止发送；请更正邮箱，或确认它无误';
const toAdministrator = '本单位一名用户的邮箱无法送达邮件，请提醒其更正';
const toIssuer = '您发放的账号，其一次性链接邮件未能送达，请核对邮箱后重新发放，或改用交接单';

/** Addresses that were refused for good (退信): marked once, told to their holder and to whoever can put it right, and not tried again. */
@Injectable()
export class BouncesService {
  constructor(
    private readonly database: DataSource,
    private readonly personal: PersonalData,
    private readonly recipients: RecipientsService,
    private readonly inbox: InboxService,
  ) {}

  /** Of these people those whose present address was refused. */
  async among(manager: EntityManager, people: readonly Recipient[]): Promise<Set<string>> {
    const rows = people.length === 0 ? [] : await manager.findBy(BouncedAddress, { personId: In(people.map(({ personId }) => personId)) });
    const refused = new Map(rows.map(({ personId, mail }) => [personId, this.personal.open('bounced_address.mail', personId, mail)]));
    const isRefused = ({ personId, mail }: Recipient): boolean =>
      mail !== null && refused.get(personId) === this.personal.open('recipient.mail', personId, mail);
    return new Set(
      people
        .filter(({ personId }) => refused.has(personId))
        .filter(isRefused)
        .map(({ personId }) => personId),
    );
  }

  /** Of the signed-in himself. */
  async isMine(personId: string): Promise<boolean> {
    const { manager } = this.database;
    return (await this.among(manager, await manager.findBy(Recipient, { personId }))).size > 0;
  }

  /** In the transaction of the mail that was refused. An address that is marked already is told to nobody again. */
  async mark(
    manager: EntityManager,
    personId: string,
    { eventKey, answer, at }: { eventKey: string; answer: string; at: Instant },
  ): Promise<void> {
    const recipient = await manager.findOneBy(Recipient, { personId });
    if (!recipient?.mail || (await this.among(manager, [recipient])).size > 0) {
      return;
    }
    const address = this.personal.open('recipient.mail', personId, recipient.mail);
    const mail = this.personal.seal('bounced_address.mail', personId, address);
    await manager.upsert(BouncedAddress, { personId, mail, answer, at }, ['personId']);
    const administrators = await this.recipients.administratorsOf(manager, personId, at);
    const message = { eventKey, kind: 'mail.bounced', at };
    await this.inbox.deliver(manager, [
      { ...message, recipientId: personId, subject: toHolder, about: {} },
      ...administrators.map((recipientId) => ({ ...message, recipientId, subject: toAdministrator, about: { personId } })),
    ]);
  }

  /** Nobody else can help who has no login yet: whoever issued it issues it again (P8). Told once by mail that was given up. */
  async tellIssuer(
    manager: EntityManager,
    { eventKey, recipientId: personId, issuedBy, at }: { eventKey: string; recipientId: string; issuedBy: string | null; at: Instant },
  ): Promise<void> {
    const message = { eventKey, kind: 'mail.link-lost', subject: toIssuer, at, about: { personId } };
    await this.inbox.deliver(manager, issuedBy === null ? [] : [{ ...message, recipientId: issuedBy }]);
  }

  /** Its holder says that the address is right: it is tried again. */
  async confirm(personId: string): Promise<void> {
    await this.database.manager.delete(BouncedAddress, { personId });
  }
}
