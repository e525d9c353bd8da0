import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { credentialApplicationWorkflowId, organiserApplicationWorkflowId } from '@dengke/contract';
import type { OwnDeadline, PlainDate, Position, RunningDeadline } from '@dengke/contract';
import { changedRights, withRights } from '../people/position-rights';
import { decides } from './desks.service';

const pageSize = 100;
const mostOfOne = 1_000;

interface WaitingRow {
  subject: string;
  deskId: string;
  dueOn: PlainDate;
  startOn: PlainDate;
  provisional: string | null;
}

/** What waits at the desks of accounts and by when, each with the people who may decide there now. */
@Injectable()
export class WaitingService {
  constructor(private readonly database: DataSource) {}

  /** One page, by subjects; `next` is the cursor of the following page. */
  async page(cursor: string | null): Promise<{ waiting: RunningDeadline[]; next: string | null }> {
    const rows = await this.database.query<WaitingRow[]>(`${waitingRows} where w.subject > ? order by w.subject limit ?`, [
      cursor ?? '',
      pageSize,
    ]);
    const deciders = await this.decidersAt([...new Set(rows.map(({ deskId }) => deskId))]);
    const waiting = rows.flatMap(({ subject, deskId, dueOn, startOn, provisional }) =>
      (deciders.get(deskId) ?? []).map((personId) => {
        const deadlineId = `${subject}@${dueOn}`;
        const unsettled = provisional === '1' ? { provisional: true as const } : {};
        return { deadlineId, subject, organisationId: null, personId, startOn, dueOn, ...unsettled };
      }),
    );
    return { waiting, next: rows.length === pageSize ? (rows.at(-1)?.subject ?? null) : null };
  }

  /** What waits for one person, the next first. */
  async of(personId: string): Promise<OwnDeadline[]> {
    const rows = await this.database.query<WaitingRow[]>(
      `${waitingRows} where w.deskId in (select organisationId from held_position where personId = ? and endedAt is null)
        order by w.dueOn, w.subject limit ?`,
      [personId, mostOfOne],
    );
    const deciders = await this.decidersAt([...new Set(rows.map(({ deskId }) => deskId))]);
    const own = rows.filter(({ deskId }) => deciders.get(deskId)?.includes(personId));
    return own.map(({ subject, dueOn, provisional }) => ({
      ...{ deadlineId: `${subject}@${dueOn}`, subject, dueOn },
      provisional: provisional === '1',
    }));
  }

  private async decidersAt(deskIds: readonly string[]): Promise<Map<string, string[]>> {
    if (deskIds.length === 0) {
      return new Map();
    }
    const held = await this.database.query<(Position & { personId: string; changedRights: string | null })[]>(
      `select p.organisationId, o.kind as organisationKind, p.personId, p.role, ${changedRights}
         from held_position p join organisation o on o.id = p.organisationId
        where p.organisationId in (?) and p.endedAt is null order by p.personId`,
      [deskIds],
    );
    const deciders = held.filter(({ changedRights: changed, ...position }) => decides(withRights(position, changed)));
    return new Map(
      deskIds.map((id) => [id, deciders.filter(({ organisationId }) => organisationId === id).map(({ personId }) => personId)]),
    );
  }
}

/** A last day stands only while the desk has it. */
const unionOf = (table: string, prefix: string): string =>
  `select concat('${prefix}', id) as subject, deskId, dueOn, due from ${table} where dueOn is not null`;

const waitingRows = `select w.subject, w.deskId, w.dueOn, json_value(w.due, '$.startOn') as startOn, json_value(w.due, '$.provisional') as provisional
  from (${unionOf('credential_application', credentialApplicationWorkflowId(''))}
        union all ${unionOf('organiser_application', organiserApplicationWorkflowId(''))}) w`;
