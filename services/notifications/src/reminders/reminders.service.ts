import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { climbs } from '@dengke/contract';
import type { DueReminder, Instant, PlainDate } from '@dengke/contract';
import { inTransaction, toDatabase } from '@dengke/service-kit';
import { RecipientsService } from '../recipients/recipients.service';
import { Digest } from './digest.entity';
import { Reminder } from './reminder.entity';
import { UntoldService } from './untold.service';

/** Of one statement: what is to be noted arrives three thousand at a time, and whoever is served by the same process waits for a piece at most. */
const ROWS_AT_ONCE = 250;

export type NotedReminder = Pick<Reminder, 'deadlineId' | 'rung' | 'recipientId' | 'remindedOn'> & { digestOn: PlainDate | null };

/** The ledger of reminders. A retried, repeated or doubled round adds nothing (docs/messages.md, “Once”). */
@Injectable()
export class RemindersService {
  constructor(
    private readonly database: DataSource,
    private readonly recipients: RecipientsService,
    private readonly untold: UntoldService,
  ) {}

  /** @returns how many (deadline, rung, recipient) were new */
  async note(due: readonly DueReminder[], on: PlainDate, at: Instant): Promise<number> {
    return inTransaction(this.database, async (manager) => {
      await this.untold.holdForNoting(manager);
      const rows = await this.rowsOf(manager, due, on, at);
      let noted = 0;
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        const { affectedRows } = await manager.query<{ affectedRows: number }>(
          'INSERT IGNORE INTO reminder (deadlineId, rung, recipientId, remindedOn, subject, organisationId, dueOn, provisional, notedAt) VALUES ?',
          [rows.slice(from, from + ROWS_AT_ONCE)],
        );
        noted += affectedRows;
      }
      return noted;
    });
  }

  /** Those of a day, each with the day whose digest told it. */
  notedOn(on: PlainDate): Promise<NotedReminder[]> {
    return this.database.query<NotedReminder[]>(
      `SELECT r.deadlineId, r.rung, r.recipientId, r.remindedOn,
         (SELECT MIN(d.digestOn) FROM digest d WHERE d.personId = r.recipientId AND d.toldUpTo >= r.id) AS digestOn
       FROM reminder r WHERE r.remindedOn = ? ORDER BY r.id`,
      [on],
    );
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
    // Once: to write a date costs more than the rest of a row.
    const notedAt = toDatabase(at).toISOString().slice(0, -1).replace('T', ' ');
    return due.flatMap(({ deadlineId, rung, subject, organisationId, personId, dueOn, provisional = false }) => {
      const own = desks.get(organisationId ?? '') ?? [];
      const people = personId === null ? [...own, ...(climbs(rung) ? (above.get(organisationId ?? '') ?? []) : [])] : [personId];
      const desk = personId === null ? organisationId : null;
      const told = [subject, desk, dueOn, provisional, notedAt];
      return [...new Set(people)].map((recipientId) => [deadlineId, rung, recipientId, on, ...told]);
    });
  }
}
