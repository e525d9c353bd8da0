import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { climbs } from '@dengke/contract';
import type { DueReminder, Instant, PlainDate } from '@dengke/contract';
import { inTransaction, toDatabase } from '@dengke/service-kit';
import { InboxService } from '../inbox/inbox.service';
import { Links } from '../mail/links';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { RecipientsService } from '../recipients/recipients.service';
import { SmsOutboxService } from '../sms/sms-outbox.service';
import { Digest } from './digest.entity';
import { digestText } from './digest-text';
import type { DigestText } from './digest-text';
import { Reminder } from './reminder.entity';

const PEOPLE_AT_ONCE = 250;

/** What a digest says of a reminder. */
type Untold = Pick<Reminder, 'id' | 'recipientId' | 'deadlineId' | 'rung' | 'subject' | 'remindedOn' | 'dueOn'>;

/** The ledger of reminders and the digests made of it. A retried, repeated or doubled round adds nothing (design §4, reminderRound). */
@Injectable()
export class RemindersService {
  constructor(
    private readonly database: DataSource,
    private readonly recipients: RecipientsService,
    private readonly inbox: InboxService,
    private readonly mails: MailOutboxService,
    private readonly sms: SmsOutboxService,
    private readonly links: Links,
  ) {}

  /** @returns how many (deadline, rung, recipient) were new */
  async note(due: readonly DueReminder[], on: PlainDate, at: Instant): Promise<number> {
    return inTransaction(this.database, async (manager) => {
      const rows = await this.rowsOf(manager, due, on, at);
      if (rows.length === 0) {
        return 0;
      }
      const { affectedRows } = await manager.query<{ affectedRows: number }>(
        'INSERT IGNORE INTO reminder (deadlineId, rung, recipientId, remindedOn, subject, organisationId, dueOn, notedAt) VALUES ?',
        [rows],
      );
      return affectedRows;
    });
  }

  /** One digest for each person with reminders that no digest has told yet. @returns how many people have the digest of the day */
  async sendDigests(on: PlainDate, at: Instant): Promise<number> {
    for (let people = await this.waiting(on); people.length > 0; people = await this.waiting(on)) {
      for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
        await this.digestAll(people.slice(from, from + PEOPLE_AT_ONCE), on, at);
      }
    }
    return this.database.manager.countBy(Digest, { digestOn: on });
  }

  notedOn(on: PlainDate): Promise<Reminder[]> {
    return this.database.manager.find(Reminder, { where: { remindedOn: on }, order: { id: 'ASC' } });
  }

  async counts(): Promise<{ reminders: number; digests: number }> {
    const [reminders, digests] = await Promise.all([this.database.manager.count(Reminder), this.database.manager.count(Digest)]);
    return { reminders, digests };
  }

  private async rowsOf(manager: EntityManager, due: readonly DueReminder[], on: PlainDate, at: Instant): Promise<unknown[][]> {
    const ofDesks = due.flatMap(({ personId, organisationId, rung }) =>
      personId === null && organisationId !== null ? [{ organisationId, rung }] : [],
    );
    const idsOf = (some: typeof ofDesks): string[] => some.map(({ organisationId }) => organisationId);
    const desks = await this.recipients.atDesks(manager, idsOf(ofDesks), at);
    const above = await this.recipients.superAdminsOf(manager, idsOf(ofDesks.filter(({ rung }) => climbs(rung))), at);
    return due.flatMap(({ deadlineId, rung, subject, organisationId, personId, dueOn }) => {
      const own = desks.get(organisationId ?? '') ?? [];
      const people = personId === null ? [...own, ...(climbs(rung) ? (above.get(organisationId ?? '') ?? []) : [])] : [personId];
      const desk = personId === null ? organisationId : null;
      return [...new Set(people)].map((recipientId) => [deadlineId, rung, recipientId, on, subject, desk, dueOn, toDatabase(at)]);
    });
  }

  /** Everybody with untold reminders and no digest today. */
  private async waiting(on: PlainDate): Promise<string[]> {
    const rows = await this.database.query<{ recipientId: string }[]>(
      `SELECT DISTINCT r.recipientId FROM reminder r LEFT JOIN digest d ON d.personId = r.recipientId AND d.digestOn = ?
       WHERE r.digestOn IS NULL AND r.remindedOn <= ? AND d.personId IS NULL ORDER BY r.recipientId`,
      [on, on],
    );
    return rows.map(({ recipientId }) => recipientId);
  }

  private async digestAll(people: readonly string[], on: PlainDate, at: Instant): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const claimed = await this.claim(manager, people, on, at);
      const untold = claimed.length === 0 ? [] : await this.untold(manager, claimed, on);
      if (untold.length === 0) {
        return;
      }
      const digests = claimed.map((personId) => ({ personId, reminders: [] as Untold[] }));
      const byPerson = new Map(digests.map((digest) => [digest.personId, digest.reminders]));
      untold.forEach((reminder) => byPerson.get(reminder.recipientId)?.push(reminder));
      await this.tell(manager, digests, on, at);
      await manager.query(
        'INSERT INTO digest (personId, digestOn, at, reminders) VALUES ? ON DUPLICATE KEY UPDATE reminders = VALUES(reminders)',
        [digests.map(({ personId, reminders }) => [personId, on, toDatabase(at), reminders.length])],
      );
      await manager.query('UPDATE reminder SET digestOn = ? WHERE id IN (?)', [on, untold.map(({ id }) => id)]);
    });
  }

  private untold(manager: EntityManager, people: readonly string[], on: PlainDate): Promise<Untold[]> {
    return manager.query<Untold[]>(
      `SELECT id, recipientId, deadlineId, rung, subject, CAST(remindedOn AS CHAR) AS remindedOn, CAST(dueOn AS CHAR) AS dueOn FROM reminder
       WHERE recipientId IN (?) AND digestOn IS NULL AND remindedOn <= ? ORDER BY remindedOn, id`,
      [people, on],
    );
  }

  /** Of these people those who have no digest of the day yet: another round waits here and then gets none. */
  private async claim(manager: EntityManager, people: readonly string[], on: PlainDate, at: Instant): Promise<string[]> {
    const claimed = await manager.query<{ personId: string }[]>(
      'INSERT IGNORE INTO digest (personId, digestOn, at, reminders) VALUES ? RETURNING personId',
      [people.map((personId) => [personId, on, toDatabase(at), 0])],
    );
    return claimed.map(({ personId }) => personId);
  }

  private async tell(
    manager: EntityManager,
    digests: readonly { personId: string; reminders: Untold[] }[],
    on: PlainDate,
    at: Instant,
  ): Promise<void> {
    const eventKey = `digest/${on}`;
    const told = digests.map(({ personId, reminders }) => ({ personId, text: digestText(mostUrgent(reminders), on, this.links) }));
    await this.inbox.deliver(
      manager,
      told.map(({ personId, text }) => ({
        eventKey,
        recipientId: personId,
        kind: 'digest',
        subject: text.subject,
        at,
        about: aboutOf(text, on),
      })),
    );
    const mails = told.map(({ personId, text }) => ({
      ...{ eventKey, recipientId: personId, kind: 'digest', subject: text.subject, body: text.body, at },
    }));
    await this.mails.add(manager, mails);
    await this.sms.add(manager, mails);
  }
}

const aboutOf = ({ counts }: DigestText, on: PlainDate) => ({ on, ...counts });

/** A deadline is listed once, by its latest rung. */
function mostUrgent(inOrder: readonly Untold[]): Untold[] {
  const latest = new Map<string, Untold>();
  inOrder.forEach((reminder) => latest.set(reminder.deadlineId, reminder));
  return [...latest.values()];
}
