import { correctionWorkflowId, submissionWorkflowId } from '@dengke/contract';
import type { OwnDeadline } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { Brackets, DataSource, In } from 'typeorm';
import { Submission } from '../acts/submission.entity';
import { Correction } from '../corrections/correction.entity';
import { dueDayOf } from '../deadlines/binding-day';
import type { WaitingDeadline } from '../deadlines/binding-day';
import { Deadline } from '../deadlines/deadline.entity';

/** A calendar that shows more shows nothing. */
const MOST = 1_000;

/** The deadlines that wait for one person: at his desks, and of what came back to him. */
@Injectable()
export class OwnDeadlinesService {
  constructor(private readonly database: DataSource) {}

  /** The next first. */
  async of(personId: string, deskIds: readonly string[]): Promise<OwnDeadline[]> {
    const rows = await this.database.manager
      .createQueryBuilder(Deadline, 'deadline')
      .innerJoinAndMapOne('deadline.submission', Submission, 's', 's.serial = deadline.serial')
      .where("deadline.state = 'open' AND deadline.about <> 'publicity'")
      .andWhere(
        new Brackets((own) => {
          own.where('deadline.personId = :personId', { personId });
          if (deskIds.length > 0) {
            own.orWhere('(deadline.personId IS NULL AND deadline.organisationId IN (:...deskIds))', { deskIds });
          }
        }),
      )
      .orderBy('deadline.dueOn')
      .addOrderBy('deadline.id')
      .limit(MOST)
      .getMany();
    const submissions = (rows as WaitingDeadline[]).map((row): OwnDeadline => ({
      deadlineId: row.id,
      subject: submissionWorkflowId(row.serial),
      ...dueDayOf(row),
    }));
    return [...submissions, ...(await this.corrections(deskIds))];
  }

  private async corrections(deskIds: readonly string[]): Promise<OwnDeadline[]> {
    const where = { state: 'asked' as const, deskId: In([...deskIds]) };
    const waiting = await this.database.manager.find(Correction, { where, order: { dueOn: 'ASC' }, take: MOST });
    return waiting.map(({ id, dueOn, due: { provisional } }) => {
      const subject = correctionWorkflowId(id);
      return { deadlineId: subject, subject, dueOn, provisional };
    });
  }
}
