import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { shanghaiDateOf } from '@dengke/calendar';
import type { OwnDeadline, PlainDate, RunningDeadline } from '@dengke/contract';
import { toInstant } from '@dengke/service-kit';
import { subjectOf } from './notice-facts';

const pageSize = 200;
const mostOfOne = 1_000;

/** A receipt is asked for until the ladder of the letter is at its end: each letter it encloses is a step, and so is the top. */
const answers = 'n.dueOn is not null';
const receipts = "(n.form is null and c.signedAt is null and n.steps < length(n.path) - length(replace(n.path, '/', '')))";
const waitingRows = `select c.id, c.noticeId, c.organisationId, n.dueOn, n.issuedAt from notice_copy c join notice n on n.id = c.noticeId
  where c.answeredAt is null and n.state <> 'withdrawn'`;
const idOf = (copyId: string, dueOn: PlainDate | null): string => `notice-copy/${copyId}@${dueOn ?? 'receipt'}`;

interface WaitingRow {
  id: string;
  noticeId: string;
  organisationId: string;
  dueOn: PlainDate | null;
  issuedAt: Date;
}

/** The answers and receipts that are still waited for, each with the desk that owes it: the daily digests name them (P31). */
@Injectable()
export class NoticesWaitingService {
  constructor(private readonly database: DataSource) {}

  /** The answers that some desks owe, the next first. */
  async at(desks: readonly string[]): Promise<OwnDeadline[]> {
    if (desks.length === 0) {
      return [];
    }
    const rows = await this.database.query<(WaitingRow & { dueOn: PlainDate })[]>(
      `${waitingRows} and ${answers} and c.organisationId in (?) order by n.dueOn, c.id limit ?`,
      [desks, mostOfOne],
    );
    return rows.map(({ id, noticeId, dueOn }) => ({
      deadlineId: idOf(id, dueOn),
      subject: subjectOf(noticeId),
      dueOn,
      provisional: false,
    }));
  }

  /** One page, by copies; `next` is the cursor of the following page. */
  async page(cursor: string | null): Promise<{ waiting: RunningDeadline[]; next: string | null }> {
    const rows = await this.database.query<WaitingRow[]>(
      `${waitingRows} and (${answers} or ${receipts}) and c.id > ? order by c.id limit ?`,
      [cursor ?? '', pageSize],
    );
    const waiting = rows.map(({ id, noticeId, organisationId, dueOn, issuedAt }) => ({
      ...{ deadlineId: idOf(id, dueOn), subject: subjectOf(noticeId), organisationId, personId: null },
      ...{ startOn: shanghaiDateOf(toInstant(issuedAt)), dueOn, ...(dueOn === null && { limit: 'receipt' as const }) },
    }));
    return { waiting, next: rows.length === pageSize ? (rows.at(-1)?.id ?? null) : null };
  }
}
