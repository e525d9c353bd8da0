import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { credentialApplicationWorkflowId, organiserApplicationWorkflowId } from '@dengke/contract';
import type { Instant, OwnDeadline, PlainDate, Position, RunningDeadline } from '@dengke/contract';
import { BusinessClock, toDatabase } from '@dengke/service-kit';
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
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  /** One page, by subjects; `next` is the cursor of the following page. */
  async page(cursor: string | null, at: Instant): Promise<{ waiting: RunningDeadline[]; next: string | null }> {
    const rows = await this.database.query<WaitingRow[]>(`${waitingRows} where w.subject > ? order by w.subject limit ?`, [
      cursor ?? '',
      pageSize,
    ]);
    const deciders = await this.decidersAt([...new Set(rows.map(({ deskId }) => deskId))], at);
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
    const now = await this.clock.read();
    const rows = await this.database.query<WaitingRow[]>(
      `${waitingRows} where w.deskId in (select p.organisationId from held_position p where p.personId = ? and ${held})
        order by w.dueOn, w.subject limit ?`,
      [personId, toDatabase(now), mostOfOne],
    );
    const deciders = await this.decidersAt([...new Set(rows.map(({ deskId }) => deskId))], now);
    const own = rows.filter(({ deskId }) => deciders.get(deskId)?.includes(personId));
    return own.map(({ subject, dueOn, provisional }) => ({
      ...{ deadlineId: `${subject}@${dueOn}`, subject, dueOn },
      provisional: provisional === '1',
    }));
  }

  private async decidersAt(deskIds: readonly string[], at: Instant): Promise<Map<string, string[]>> {
    if (deskIds.length === 0) {
      return new Map();
    }
    const positions = await this.database.query<(Position & { personId: string; changedRights: string | null })[]>(
      `select p.organisationId, o.kind as organisationKind, p.personId, p.role, ${changedRights}
         from held_position p join organisation o on o.id = p.organisationId
        where p.organisationId in (?) and ${held} order by p.personId`,
      [deskIds, toDatabase(at)],
    );
    const deciders = positions.filter(({ changedRights: changed, ...position }) => decides(withRights(position, changed)));
    const peopleAt = (id: string): string[] =>
      deciders.flatMap(({ organisationId, personId }) => (organisationId === id ? [personId] : []));
    return new Map(deskIds.map((id) => [id, [...new Set(peopleAt(id))]]));
  }
}

/** A deputy's position says from the first when it ends. */
const held = '(p.endedAt is null or p.endedAt > ?)';

/** A last day stands only while the desk has it. */
const unionOf = (table: string, prefix: string): string =>
  `select concat('${prefix}', id) as subject, deskId, dueOn, due from ${table} where dueOn is not null`;

const waitingRows = `select w.subject, w.deskId, w.dueOn, json_value(w.due, '$.startOn') as startOn, json_value(w.due, '$.provisional') as provisional
  from (${unionOf('credential_application', credentialApplicationWorkflowId(''))}
        union all ${unionOf('organiser_application', organiserApplicationWorkflowId(''))}) w`;
