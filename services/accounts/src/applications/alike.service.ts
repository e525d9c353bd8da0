import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { credentialApplicationWorkflowId, organiserApplicationWorkflowId } from '@dengke/contract';
import type { ApplicationLimit, ApplicationsAlike, CountedDay } from '@dengke/contract';

/** Subjects named for each; the rest is counted. */
const named = 20;

type Row = Omit<ApplicationsAlike, 'provisional' | 'rule' | 'count' | 'subjects'> & {
  provisional: string;
  value: string;
  unit: CountedDay['rule']['unit'];
  source: string;
  count: string;
  subjects: string;
};

/** Running applications whose days were counted alike: from one day, by one rule, to one day. */
@Injectable()
export class AlikeService {
  constructor(private readonly database: DataSource) {}

  async all(): Promise<ApplicationsAlike[]> {
    const same = 'about, deskId, startOn, dueOn, provisional, value, unit, source, limitId, extraDays';
    const rows = await this.database.query<Row[]>(
      `select ${same}, count(*) as count, substring_index(group_concat(subject order by subject), ',', ?) as subjects
         from (${runningOf('credential_application', 'new-credential', credentialApplicationWorkflowId(''))}
               union all ${runningOf('organiser_application', 'new-organiser', organiserApplicationWorkflowId(''))}) running
        group by ${same} order by dueOn, about, deskId`,
      [named],
    );
    return rows.map(({ value, unit, source, provisional, count, subjects, ...row }) => ({
      ...{ ...row, provisional: provisional === '1', rule: { value: Number(value), unit, source } },
      ...{ count: Number(count), subjects: subjects.split(',') },
    }));
  }
}

/** A last day stands only while the desk has it. */
const runningOf = (table: string, about: ApplicationLimit, prefix: string): string => {
  const due = (what: string): string => `json_value(due, '$.${what}')`;
  return `select '${about}' as about, concat('${prefix}', id) as subject, deskId, ${due('startOn')} as startOn, dueOn,
      ${due('provisional')} as provisional, ${due('rule.value')} as value, ${due('rule.unit')} as unit, ${due('rule.source')} as source,
      limitId, extraDays from ${table} where dueOn is not null and countsFrom is null`;
};
