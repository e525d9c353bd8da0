import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { credentialApplicationWorkflowId, organiserApplicationWorkflowId } from '@dengke/contract';
import type { Recounted, RecountPage } from '@dengke/contract';
import { ApplicationTimeService } from './application-time.service';

const pageSize = 50;

/** Due days of applications that an earlier edition of the calendar gave, page by page. */
@Injectable()
export class RecountingService {
  constructor(
    private readonly database: DataSource,
    private readonly time: ApplicationTimeService,
  ) {}

  async page({ version, at, cursor }: RecountPage): Promise<Recounted> {
    const rows = await this.database.query<{ subject: string }[]>(
      `select w.subject
         from (${countedBefore('credential_application', credentialApplicationWorkflowId(''))}
               union all ${countedBefore('organiser_application', organiserApplicationWorkflowId(''))}) w
        where w.subject > ? order by w.subject limit ?`,
      [version, version, cursor ?? '', pageSize],
    );
    let moved = 0;
    for (const { subject } of rows) {
      moved += (await this.time.recount(subject, { version, at })) ? 1 : 0;
    }
    return { moved, next: rows.length === pageSize ? (rows.at(-1)?.subject ?? null) : null };
  }
}

/** A last day stands only while the desk has it; while it is being counted, it will be by the newest edition. */
const countedBefore = (table: string, prefix: string): string =>
  `select concat('${prefix}', id) as subject from ${table}
    where dueOn is not null and countsFrom is null and json_value(due, '$.calendarVersion') < ?`;
