import { setTimeout as pause } from 'node:timers/promises';
import { serviceSecretHeader } from '@dengke/contract';
import type { Instant, Reconciliation, Rest } from '@dengke/contract';
import { status } from '@grpc/grpc-js';
import { isGrpcServiceError } from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import { request } from 'undici';
import type { Stirred } from './stirred';

const WITHIN_MS = 300_000;
/** `WORKFLOW_EXECUTION_STATUS_RUNNING`. */
const RUNNING = 1;

export interface House {
  /** Base addresses of the services with a ledger. */
  services: readonly string[];
  secret: string;
  connection: Connection;
  /** Ids of the workflows that may be at work; the time-skipping server cannot list them. */
  workflows: () => readonly string[];
  /** Of these those that have ended: nothing of a season begins one anew. */
  ended: Set<string>;
  stirred: Stirred;
  now: () => Promise<Instant>;
}

/**
 * Waits until nothing is under way: outboxes empty, entries numbered, feeds read to the end, no known workflow with a task or activity. Twice in a row,
 * for a task may be born between two looks.
 * @throws Error naming what does not come to rest
 */
export async function untilAtRest(house: House): Promise<void> {
  const deadline = Date.now() + WITHIN_MS;
  let calm = 0;
  while (calm < 2) {
    const services = await restlessServices(house);
    const [restless] = services.length > 0 ? services : await restlessWorkflows(house);
    calm = restless === undefined ? calm + 1 : 0;
    if (restless !== undefined && Date.now() > deadline) {
      throw new Error(`No rest after ${WITHIN_MS / 1000} s: ${restless}`);
    }
    await pause(restless === undefined ? 5 : 40);
  }
}

/** At rest nothing is out of step: `reconcile` finds nothing to mend. @throws Error naming its first false alarm */
export async function expectInStep({ services, secret }: House): Promise<void> {
  for (const service of services) {
    const answer = await request(`${service}/internal/reconciliation?after=0`, { headers: { [serviceSecretHeader]: secret } });
    const { found, silent } = (await answer.body.json()) as Reconciliation;
    if (answer.statusCode !== 200 || found.length + silent.length > 0) {
      throw new Error(`${service} is out of step at rest: ${JSON.stringify({ status: answer.statusCode, found, silent })}`);
    }
  }
}

async function restlessServices({ services, secret }: House): Promise<string[]> {
  const found = await Promise.all(
    services.map(async (service) => {
      const answer = await request(`${service}/internal/rest?hurry=true`, { headers: { [serviceSecretHeader]: secret } });
      if (answer.statusCode !== 200) {
        await answer.body.dump();
        return [`${service} answers ${answer.statusCode}`];
      }
      const { outbox, unnumbered, unread } = (await answer.body.json()) as Rest;
      const busy = outbox + unnumbered + Object.values(unread).reduce((sum, count) => sum + count, 0);
      return busy === 0 ? [] : [`${service} ${JSON.stringify({ outbox, unnumbered, unread })}`];
    }),
  );
  return found.flat();
}

async function restlessWorkflows({ connection, workflows, ended, stirred, now }: House): Promise<string[]> {
  const open = workflows().filter((workflowId) => !ended.has(workflowId));
  const found = await Promise.all(
    (await stirred.among(open, await now())).map(async (workflowId) => {
      const standing = await standingOf(connection, workflowId);
      if (standing === 'ended') {
        ended.add(workflowId);
      }
      if (standing === 'waiting') {
        stirred.waits(workflowId);
      }
      return standing === 'busy' ? [workflowId] : [];
    }),
  );
  return found.flat();
}

/** One that its first fact has not started yet is busy too. */
async function standingOf(connection: Connection, workflowId: string): Promise<'busy' | 'waiting' | 'ended'> {
  try {
    const described = await connection.workflowService.describeWorkflowExecution({ namespace: 'default', execution: { workflowId } });
    if (Number(described.workflowExecutionInfo?.status) === RUNNING) {
      return (described.pendingActivities ?? []).length > 0 || Boolean(described.pendingWorkflowTask) ? 'busy' : 'waiting';
    }
    return 'ended';
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === status.NOT_FOUND) {
      return 'busy';
    }
    throw error;
  }
}
