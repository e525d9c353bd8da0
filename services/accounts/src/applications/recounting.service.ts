import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { credentialApplicationWorkflowId, organiserApplicationWorkflowId } from '@dengke/contract';
import type { LostDayPage, Recounted, RecountPage } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { ApplicationTimeService } from './application-time.service';

const pageSize = 50;

/** Due days of applications that are counted anew, page by page: an earlier edition of the calendar gave them, or the day was lost. */
@Injectable()
export class RecountingService {
  constructor(
    private readonly database: DataSource,
    private readonly time: ApplicationTimeService,
  ) {}

  async page({ version, at, cursor }: RecountPage): Promise<Recounted> {
    return this.each("json_value(due, '$.calendarVersion') < ?", version, cursor, (subject) => this.time.recount(subject, { version, at }));
  }

  /** Those that are due on a day on which the system was down. */
  async pastLostDay({ lost, at, cursor }: LostDayPage): Promise<Recounted> {
    return this.each('dueOn = ?', lost.on, cursor, (subject) => this.time.extend(subject, { lost, at }));
  }

  private async each(
    condition: string,
    value: string | number,
    cursor: string | null,
    anew: (subject: string) => Promise<boolean>,
  ): Promise<Recounted> {
    const rows = await this.database.query<{ subject: string }[]>(
      `select w.subject
         from (${counted('credential_application', credentialApplicationWorkflowId(''), condition)}
               union all ${counted('organiser_application', organiserApplicationWorkflowId(''), condition)}) w
        where w.subject > ? order by w.subject limit ?`,
      [value, value, cursor ?? '', pageSize],
    );
    let moved = 0;
    for (const { subject } of rows) {
      moved += (await anew(subject).catch(decidedMeanwhile)) ? 1 : 0;
    }
    return { moved, next: rows.length === pageSize ? (rows.at(-1)?.subject ?? null) : null };
  }
}

/** One that was decided after it was read shall not stop the others. */
function decidedMeanwhile(error: unknown): false {
  if (error instanceof DomainError && error.code === 'APPLICATION_DECIDED') {
    return false;
  }
  throw error;
}

/** A last day stands only while the desk has it; while it is being counted, it will be by the newest edition. */
const counted = (table: string, prefix: string, condition: string): string =>
  `select concat('${prefix}', id) as subject from ${table} where dueOn is not null and countsFrom is null and ${condition}`;
