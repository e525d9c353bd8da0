import { calendarChangeWorkflowId, taskQueues, workflowTypes } from '@dengke/contract';
import type { CalendarChangeInput } from '@dengke/contract';
import { Relays, TemporalClient } from '@dengke/service-kit';
import type { LedgerEntry, RelayTarget } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';

export const calendarSubject = 'calendar';

/** Each edition that is loaded starts the workflow that counts open deadlines anew; told again, it has been started. */
@Injectable()
@Relays(calendarSubject)
export class CalendarRelay implements RelayTarget {
  constructor(private readonly temporal: TemporalClient) {}

  async send(_subject: string, entries: LedgerEntry[]): Promise<void> {
    for (const { at, detail } of entries) {
      await this.start({ version: Number(detail['version']), at });
    }
  }

  private async start(input: CalendarChangeInput): Promise<void> {
    try {
      await this.temporal.call((client) =>
        client.workflow.start(workflowTypes.calendarChange, {
          workflowId: calendarChangeWorkflowId(input.version),
          taskQueue: taskQueues.workflows,
          args: [input],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          staticSummary: `工作日历第${input.version}版：重算期限`,
        }),
      );
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) {
        throw error;
      }
    }
  }
}
