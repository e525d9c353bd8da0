import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Instant, PlainDate } from '@dengke/contract';
import { inTransaction, toDatabase } from '@dengke/service-kit';
import { InboxService } from '../inbox/inbox.service';
import { Links } from '../mail/links';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { SmsOutboxService } from '../sms/sms-outbox.service';
import { Digest } from './digest.entity';
import { digestText } from './digest-text';
import type { DigestText } from './digest-text';
import type { Reminder } from './reminder.entity';

/** So few that whoever is served by the same process waits for a moment at most, and enough to share a commit. */
const PEOPLE_AT_ONCE = 50;
/** One set is put into words while the database writes the other. */
const LANES = 2;

/** What a digest says of a reminder. */
type Untold = Pick<Reminder, 'id' | 'recipientId' | 'deadlineId' | 'rung' | 'subject' | 'remindedOn' | 'dueOn'>;

/** The digests made of the ledger of reminders: one for each person and day, with its message and mail. */
@Injectable()
export class DigestsService {
  constructor(
    private readonly database: DataSource,
    private readonly inbox: InboxService,
    private readonly mails: MailOutboxService,
    private readonly sms: SmsOutboxService,
    private readonly links: Links,
  ) {}

  /** One digest for each person with reminders that no digest has told yet. @returns how many people have the digest of the day */
  async send(on: PlainDate, at: Instant): Promise<number> {
    await this.mails.heldBackWhile(() => this.writeAll(on, at));
    return this.database.manager.countBy(Digest, { digestOn: on });
  }

  private async writeAll(on: PlainDate, at: Instant): Promise<void> {
    for (let people = await this.waiting(on); people.length > 0; people = await this.waiting(on)) {
      const lane = async (): Promise<void> => {
        while (people.length > 0) {
          await this.digestAll(people.splice(0, PEOPLE_AT_ONCE), on, at);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    }
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
