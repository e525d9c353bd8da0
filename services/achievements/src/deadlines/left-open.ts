import { isOver, submissionStates, submissionWorkflowId } from '@dengke/contract';
import type { Divergence, SubmissionState } from '@dengke/contract';
import { Checks, inTransaction, Ledger } from '@dengke/service-kit';
import type { OwnCheck } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Submission } from '../acts/submission.entity';
import { Deadline } from './deadline.entity';

const SHOWN = 500;
const overStates = Object.keys(submissionStates).filter((state) => isOver(state as SubmissionState));
const waiting = In(['open', 'paused']);

/** Deadlines of submissions that wait for nothing any more: the reminder round would go on reminding of them. */
@Injectable()
@Checks()
export class DeadlinesLeftOpen implements OwnCheck {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
  ) {}

  async look(): Promise<Divergence[]> {
    const rows = await this.database.query<{ serial: string; state: string; deadlines: string }[]>(
      `SELECT s.serial, s.state, COUNT(*) AS deadlines FROM deadline d JOIN submission s ON s.serial = d.serial
       WHERE d.state IN ('open', 'paused') AND s.state IN (?) GROUP BY s.serial LIMIT ?`,
      [overStates, SHOWN],
    );
    return rows.map(({ serial, state, deadlines }) => ({
      ...{ subject: submissionWorkflowId(serial), kind: 'deadline-left-open' },
      because: `${state}, and ${deadlines} of its deadlines are open`,
    }));
  }

  async mend({ subject, kind }: Divergence): Promise<void> {
    if (kind !== 'deadline-left-open') {
      return;
    }
    const serial = subject.slice(submissionWorkflowId('').length);
    await inTransaction(this.database, async (manager) => {
      const { number } = await this.ledger.lockHead(manager, subject);
      const [last] = await this.ledger.entriesAfter(subject, number - 1, manager);
      if (last !== undefined && (await manager.existsBy(Submission, { serial, state: In(overStates) }))) {
        await manager.update(Deadline, { serial, state: waiting }, { state: 'ended', endedAt: last.at });
      }
    });
  }
}
