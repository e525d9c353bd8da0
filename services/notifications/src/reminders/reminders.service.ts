import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { climbs } from '@dengke/contract';
import type { DueReminder, Instant, PlainDate } from '@dengke/contract';
import { inTransaction, toDatabase } from '@dengke/service-kit';
import { RecipientsService } from '../recipients/recipients.service';
import { Digest } from './digest.entity';
import { Reminder } from './reminder.entity';

/** Of one statement: what is to be noted arrives two thousand at a time, and whoever is served by the same process waits for a piece at most. */
const ROWS_AT_ONCE = 250;

/** The ledger of reminders. A retried, repeated or doubled round adds nothing (design §4, reminderRound). */
@Injectable()
export class RemindersService {
  constructor(
    private readonly database: DataSource,
    private readonly recipients: RecipientsService,
  ) {}

  /** @returns how many (deadline, rung, recipient) were new */
  async note(due: readonly DueReminder[], on: PlainDate, at: Instant): Promise<number> {
    return inTransaction(this.database, async (manager) => {
      const rows = await this.rowsOf(manager, due, on, at);
      let noted = 0;
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        const { affectedRows } = await manager.query<{ affectedRows: number }>(
          'INSERT IGNORE INTO reminder (deadlineId, rung, recipientId, remindedOn, subject, organisationId, dueOn, notedAt) VALUES ?',
          [rows.slice(from, from + ROWS_AT_ONCE)],
        );
        noted += affectedRows;
      }
      return noted;
    });
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
}
