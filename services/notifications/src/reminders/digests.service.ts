import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { withoutDay } from '@dengke/contract';
import type { Instant, PlainDate } from '@dengke/contract';
import { afterCommit, inTransaction, toDatabase } from '@dengke/service-kit';
import { InboxService } from '../inbox/inbox.service';
import { Links } from '../mail/links';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { SmsOutboxService } from '../sms/sms-outbox.service';
import { Digest } from './digest.entity';
import { digestText } from './digest-text';
import type { DigestText } from './digest-text';
import { ReminderMetrics } from './reminder-metrics';
import { UntoldService } from './untold.service';
import type { Span, Untold, Waiting } from './untold.service';

/** So few that whoever is served by the same process waits for a moment at most, and enough to share a commit. */
const PEOPLE_AT_ONCE = 50;
/** One set is put into words while the database writes the other. */
const LANES = 2;

/** The digest of one person, in words. */
interface Written {
  personId: string;
  reminders: readonly Untold[];
  text: DigestText;
}

/** The digests made of the ledger of reminders: one for each person and day, with its message and mail. */
@Injectable()
export class DigestsService {
  constructor(
    private readonly database: DataSource,
    private readonly untold: UntoldService,
    private readonly inbox: InboxService,
    private readonly mails: MailOutboxService,
    private readonly sms: SmsOutboxService,
    private readonly links: Links,
    private readonly metrics: ReminderMetrics,
  ) {}

  /** One digest for each person with reminders that no digest has told yet. @returns how many people have the digest of the day */
  async send(on: PlainDate, at: Instant): Promise<number> {
    await this.mails.heldBackWhile(() => this.writeAll(on, at));
    return this.database.manager.countBy(Digest, { digestOn: on });
  }

  private async writeAll(on: PlainDate, at: Instant): Promise<void> {
    const span = await this.untold.span(on);
    for (;;) {
      const { waiting, toldUpTo } = await this.untold.waiting(span, on);
      if (waiting.length === 0) {
        return this.untold.isTold(toldUpTo);
      }
      const lane = async (): Promise<void> => {
        while (waiting.length > 0) {
          await this.digestAll(waiting.splice(0, PEOPLE_AT_ONCE), span, on, at);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    }
  }

  private async digestAll(people: readonly Waiting[], span: Span, on: PlainDate, at: Instant): Promise<void> {
    const untold = await this.untold.of(people, span);
    const written = [...untold].map(([personId, reminders]): Written => {
      return { personId, reminders, text: digestText(mostUrgent(reminders), on, this.links) };
    });
    await inTransaction(this.database, async (manager) => {
      const claimed = await this.claim(manager, written, { on, at, upTo: span.upTo });
      const told = written.filter(({ personId }) => claimed.has(personId));
      await this.tell(manager, told, on, at);
      afterCommit(manager, () => told.forEach(({ reminders }) => this.metrics.sent(reminders)));
    });
  }

  /** Of these people those who had no digest of the day yet: another round waits here and then gets none. */
  private async claim(
    manager: EntityManager,
    written: readonly Written[],
    { on, at, upTo }: { on: PlainDate; at: Instant; upTo: number },
  ): Promise<Set<string>> {
    const claimed = await manager.query<{ personId: string }[]>(
      'INSERT IGNORE INTO digest (personId, digestOn, at, reminders, toldUpTo) VALUES ? RETURNING personId',
      [written.map(({ personId, reminders }) => [personId, on, toDatabase(at), reminders.length, upTo])],
    );
    return new Set(claimed.map(({ personId }) => personId));
  }

  private async tell(manager: EntityManager, written: readonly Written[], on: PlainDate, at: Instant): Promise<void> {
    const eventKey = `digest/${on}`;
    await this.inbox.deliver(
      manager,
      written.map(({ personId, text }) => ({
        eventKey,
        recipientId: personId,
        kind: 'digest',
        subject: text.subject,
        at,
        about: aboutOf(text, on),
      })),
    );
    const mails = written.map(({ personId, text }) => ({
      ...{ eventKey, recipientId: personId, kind: 'digest', subject: text.subject, body: text.body, at },
    }));
    await this.mails.add(manager, mails);
    await this.sms.add(manager, mails);
  }
}

const aboutOf = ({ counts }: DigestText, on: PlainDate) => ({ on, ...counts });

/** What is waited for is listed once, by its latest rung, also where it was due on another day before. */
function mostUrgent(inOrder: readonly Untold[]): Untold[] {
  const latest = new Map<string, Untold>();
  inOrder.forEach((reminder) => latest.set(withoutDay(reminder.deadlineId), reminder));
  return [...latest.values()];
}
