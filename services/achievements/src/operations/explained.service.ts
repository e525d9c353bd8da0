import { submissionWorkflowId } from '@dengke/contract';
import type { EntryExplained, StageExplained } from '@dengke/contract';
import { DomainError, Ledger } from '@dengke/service-kit';
import type { TimelineEntry } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { progressOf, subjectOf } from '../acts/facts';
import { SubmissionStage } from '../acts/submission-stage.entity';
import { Submission } from '../acts/submission.entity';
import { ExplanationsService } from '../deadlines/explanations.service';
import type { ExplainedSubmission } from './explained.dto';
import { WorkflowLookService } from './workflow-look.service';

/** All that is known of one submission, for operators: ids and instants; neither form nor words of people. */
@Injectable()
export class ExplainedService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly explanations: ExplanationsService,
    private readonly workflows: WorkflowLookService,
  ) {}

  /** @throws DomainError NOT_FOUND; UNAVAILABLE while Temporal is away */
  async of(serial: string): Promise<ExplainedSubmission> {
    const { manager } = this.database;
    const submission = await manager.findOneBy(Submission, { serial });
    if (submission === null) {
      throw new DomainError('NOT_FOUND');
    }
    const { unitId, submitterId, windowId, escalatedAt } = submission;
    const stages = await manager.find(SubmissionStage, { where: { serial }, order: { startedAt: 'ASC', position: 'ASC' } });
    const entries = await this.ledger.timeline(subjectOf(serial));
    return {
      ...{ unitId, submitterId, windowId, escalatedAt },
      progress: progressOf(submission),
      stages: stages.map(stageOf),
      deadlines: await this.explanations.all(submission, entries, false),
      timeline: entries.map(entryOf),
      untold: await this.untold(subjectOf(serial)),
      workflow: await this.workflows.look(submissionWorkflowId(serial)),
    };
  }

  private async untold(subject: string): Promise<number[]> {
    const rows = await this.database.query<{ number: number }[]>(
      'SELECT number FROM outbox WHERE subject = ? AND relayed = 1 ORDER BY number',
      [subject],
    );
    return rows.map(({ number }) => number);
  }
}

const stageOf = ({ serial: _, position: __, decidedFor: ___, ...stage }: SubmissionStage): StageExplained => stage;

function entryOf({ number, kind, at, by, organisationId, detail }: TimelineEntry): EntryExplained {
  const { state, stage } = detail as { state: string; stage: string | null };
  return { number, act: kind, at, by, organisationId, state, stage };
}
