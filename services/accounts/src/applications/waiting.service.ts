import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { credentialApplicationWorkflowId, organiserApplicationWorkflowId } from '@dengke/contract';
import type { OrganisationKind, PlainDate, Role, RunningDeadline } from '@dengke/contract';
import { decidingRole } from './desks.service';

const pageSize = 100;

interface WaitingRow {
  subject: string;
  deskId: string;
  deskKind: OrganisationKind;
  dueOn: PlainDate;
  startOn: PlainDate;
}

/** What waits at the desks of accounts and by when, each with the people who may decide there now. */
@Injectable()
export class WaitingService {
  constructor(private readonly database: DataSource) {}

  /** One page, by subjects; `next` is the cursor of the following page. */
  async page(cursor: string | null): Promise<{ waiting: RunningDeadline[]; next: string | null }> {
    const rows = await this.database.query<WaitingRow[]>(
      `select w.subject, w.deskId, o.kind as deskKind, w.dueOn, json_value(w.due, '$.startOn') as startOn
         from (${unionOf('credential_application', credentialApplicationWorkflowId(''))}
               union all ${unionOf('organiser_application', organiserApplicationWorkflowId(''))}) w
         join organisation o on o.id = w.deskId
        where w.subject > ? order by w.subject limit ?`,
      [cursor ?? '', pageSize],
    );
    const deciders = await this.decidersAt(rows);
    const waiting = rows.flatMap(({ subject, deskId, dueOn, startOn }) =>
      (deciders.get(deskId) ?? []).map((personId) => {
        const deadlineId = `${subject}@${dueOn}`;
        return { deadlineId, subject, organisationId: null, personId, startOn, dueOn };
      }),
    );
    return { waiting, next: rows.length === pageSize ? (rows.at(-1)?.subject ?? null) : null };
  }

  private async decidersAt(rows: readonly WaitingRow[]): Promise<Map<string, string[]>> {
    const roles = new Map<string, Role | undefined>(rows.map(({ deskId, deskKind }) => [deskId, decidingRole(deskKind)]));
    if (roles.size === 0) {
      return new Map();
    }
    const held = await this.database.query<{ organisationId: string; personId: string; role: Role }[]>(
      `select organisationId, personId, role from held_position where organisationId in (?) and endedAt is null order by personId`,
      [[...roles.keys()]],
    );
    const at = (deskId: string) => held.filter(({ organisationId, role }) => organisationId === deskId && role === roles.get(deskId));
    return new Map([...roles.keys()].map((deskId) => [deskId, at(deskId).map(({ personId }) => personId)]));
  }
}

/** A last day stands only while the desk has it. */
const unionOf = (table: string, prefix: string): string =>
  `select concat('${prefix}', id) as subject, deskId, dueOn, due from ${table} where dueOn is not null`;
