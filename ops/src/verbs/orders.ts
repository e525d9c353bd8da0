import { parseArgs } from 'node:util';
import {
  correctionWorkflowId,
  credentialApplicationWorkflowId,
  noticeWorkflowId,
  organiserApplicationWorkflowId,
  reportUpWorkflowId,
  submissionWorkflowId,
  windowWorkflowId,
} from '@dengke/contract';
import type { WorkflowOrder } from '@dengke/contract';
import { operatorName } from '../operator';
import { OpsError } from '../verb';
import type { Verb } from '../verb';
import { allServices, closeAll } from './overview';
import type { Services } from './overview';

const WITHIN_MS = 60_000;

/** By whom the ledgers are kept that workflows follow. */
const followed: Record<keyof Services, readonly ((id: string) => string)[]> = {
  achievements: [submissionWorkflowId, windowWorkflowId, reportUpWorkflowId, correctionWorkflowId],
  accounts: [credentialApplicationWorkflowId, organiserApplicationWorkflowId],
  notifications: [noticeWorkflowId],
};
const beginnings = Object.entries(followed).flatMap(([service, ids]) => ids.map((id) => [id(''), service as keyof Services] as const));

/** Whose ledger a workflow follows. */
export const ownerOf = (workflowId: string): keyof Services | undefined =>
  beginnings.find(([beginning]) => workflowId.startsWith(beginning))?.[1];

const verbOf = (name: string, order: WorkflowOrder, summary: string): Verb => ({
  name,
  summary: `SERIAL | WORKFLOW --reason WHY: ${summary}`,
  run: async (args) => orderTo(await allServices(), order, args),
});

/** What an operator does to one workflow; each is in the audit. */
export const orders: readonly Verb[] = [
  verbOf('resend', 'tell', 'tells a workflow the facts that it has not followed'),
  verbOf('refresh', 'refresh', 'lets it begin anew by itself: all facts are read again, under the code that runs now'),
  verbOf('rebuild', 'rebuild', 'throws it away and makes it anew from the ledger, with the same timers'),
  verbOf('pause', 'pause', 'time does nothing to it, people’s acts go on; `pause intake`: submit is refused for a while'),
  verbOf('resume', 'resume', 'time acts again, also after a refusal; `resume intake`'),
  verbOf('retry', 'retryNow', 'a bundle is sent, or asked for, now instead of at the next try'),
];

export async function orderTo(services: Services, order: WorkflowOrder, args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { reason: { type: 'string' } } });
    const [what] = positionals;
    if (what === undefined || values.reason === undefined) {
      throw new OpsError('Which workflow, and why? 2023-000017 or window/h1-2023, and --reason "…"; it is kept.');
    }
    if (what === 'intake' && (order === 'pause' || order === 'resume')) {
      return await orderIntake(services, order === 'pause', values.reason);
    }
    const workflowId = /^\d{4}-\d{6}$/.test(what) ? submissionWorkflowId(what) : what;
    const owner = ownerOf(workflowId);
    if (owner === undefined) {
      throw new OpsError(
        `No ledger is followed by ${workflowId}; there are ${beginnings.map(([beginning]) => `${beginning}…`).join(', ')}.`,
      );
    }
    const body = { order, workflowId, operator: operatorName(), reason: values.reason };
    await services[owner].post('/internal/workflow-orders', body, { timeoutMs: WITHIN_MS });
    console.log(`${workflowId}: done, and kept in the ledger of ${owner}`);
    return 0;
  } finally {
    await closeAll(services);
  }
}

async function orderIntake({ achievements }: Services, paused: boolean, reason: string): Promise<number> {
  await achievements.post('/internal/operations/intake', { paused, operator: operatorName(), reason });
  console.log(paused ? 'nothing new enters; what has entered goes on' : 'intake goes on');
  return 0;
}
