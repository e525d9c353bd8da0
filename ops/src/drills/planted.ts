import { messageNames, reminderRoundWorkflowId, submissionWorkflowId, taskQueues, workflowTypes } from '@dengke/contract';
import type { DivergenceKind, SubmissionFact } from '@dengke/contract';
import { pollUntil } from '@dengke/e2e';
import { WorkflowNotFoundError } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import type { DrilledHouse } from './drilled-house';

/** Breaks one thing. `serial` stands somewhere, or has come to its end where the kind is about that. @returns the subject that is out of step since */
type Plant = (house: DrilledHouse, serial: string) => Promise<string>;

const later = '2099-01-01T00:00:00.000Z';
const nobodysSerial = '2099-999999';

/** Kinds that are about what has come to its end. */
export const plantedAtTheEnd: Partial<Record<DivergenceKind, Plant>> = {
  'goes-on': async (house, serial) => startedWith(house, serial, (facts) => facts.slice(0, -1)),
  'deadline-left-open': async (house, serial) => {
    await house.rows("UPDATE deadline SET state = 'open', endedAt = NULL WHERE serial = ? ORDER BY id DESC LIMIT 1", [serial]);
    return submissionWorkflowId(serial);
  },
};

/** The others, each on a submission of its own. The reminder round is the last: it is looked after every minute anyway. */
export const plantedUnderWay: Partial<Record<DivergenceKind, Plant>> = {
  missing: async (house, serial) => removed(house, submissionWorkflowId(serial)),
  ended: async ({ temporal }, serial) => {
    await temporal.workflow.getHandle(submissionWorkflowId(serial)).terminate('planted');
    return submissionWorkflowId(serial);
  },
  misfit: async (house, serial) => startedWith(house, serial, (facts) => facts, { taskQueue: 'nobody-serves-it' }),
  behind: async (house, serial) => startedWith(house, serial, (facts) => facts.slice(0, -1)),
  ahead: async (house, serial) => startedWith(house, serial, (facts) => [...facts, forged(facts, { number: facts.length + 1 })]),
  astray: async (house, serial) =>
    startedWith(house, serial, (facts) => [...facts.slice(0, -1), forged(facts, { state: 'suspected', stage: null, deskId: null })]),
  'wrong-deadline': async (house, serial) =>
    startedWith(house, serial, (facts) => [...facts.slice(0, -1), forged(facts, { dueAt: later, cutOffAt: null })]),
  'wrong-attributes': async (house, serial) => startedWith(house, serial, (facts) => facts, { attributes: { Window: 'no-window-of-its' } }),
  orphan: async (house, serial) => startedWith(house, serial, (facts) => facts, { as: nobodysSerial }),
  unfed: async (house, serial) => {
    const subject = submissionWorkflowId(serial);
    await house.rows('DELETE FROM feed_number WHERE entryId = (SELECT MAX(id) FROM ledger_entry WHERE subject = ?)', [subject]);
    return subject;
  },
  'round-missing': async ({ temporal }) => {
    await temporal.workflow.getHandle(reminderRoundWorkflowId).terminate('planted');
    return reminderRoundWorkflowId;
  },
};

/** Temporal knows nothing of it any more. */
export async function removed({ temporal }: DrilledHouse, workflowId: string): Promise<string> {
  const { namespace } = temporal.options;
  await temporal.workflowService.deleteWorkflowExecution({ namespace, workflowExecution: { workflowId } });
  await pollUntil(
    `${workflowId} is gone`,
    () =>
      temporal.workflow
        .getHandle(workflowId)
        .describe()
        .then(() => false, isUnknown),
    (isGone) => isGone,
  );
  return workflowId;
}

interface Start {
  taskQueue?: string;
  attributes?: Record<string, string>;
  /** Under another serial than its own. */
  as?: string;
}

/** Throws its workflow away and starts another one, with facts that are not quite those of the ledger. */
async function startedWith(
  house: DrilledHouse,
  serial: string,
  change: (facts: SubmissionFact[]) => SubmissionFact[],
  { taskQueue = taskQueues.workflows, attributes = {}, as = serial }: Start = {},
): Promise<string> {
  const workflowId = submissionWorkflowId(as);
  const { workflow } = house.temporal;
  await workflow.getHandle(workflowId).terminate('planted').catch(unlessOver);
  const typedSearchAttributes = new TypedSearchAttributes(
    Object.entries(attributes).map(([name, value]) => ({ key: defineSearchAttributeKey(name, 'KEYWORD'), value })),
  );
  const facts = change(await factsOf(house, serial));
  await workflow.signalWithStart(workflowTypes.submission, {
    ...{ workflowId, taskQueue, args: [{ serial: as }], typedSearchAttributes, workflowTaskTimeout: '2s' },
    ...{ signal: messageNames.submissionFacts, signalArgs: [{ facts }] },
  });
  if (taskQueue === taskQueues.workflows) {
    await pollUntil(
      `${workflowId} has followed what was planted`,
      () => house.progressOf(workflowId),
      ({ lastFact }) => lastFact === facts.length,
    );
  }
  await isListed(house, workflowId);
  return workflowId;
}

/** Temporal's list lags a moment, and what no ledger has open is found by the list alone: nothing counts as planted before it is there. */
async function isListed({ temporal: { workflow } }: DrilledHouse, workflowId: string): Promise<void> {
  const query = `WorkflowId = '${workflowId}' AND ExecutionStatus = 'Running'`;
  await pollUntil(
    `${workflowId} is listed`,
    () => workflow.count(query),
    ({ count }) => count === 1,
  );
}

async function factsOf(house: DrilledHouse, serial: string): Promise<SubmissionFact[]> {
  const rows = await house.rows<{ number: number; kind: string; at: Date; byPersonId: string | null; detail: string | object }>(
    'SELECT number, kind, at, byPersonId, detail FROM ledger_entry WHERE subject = ? ORDER BY number',
    [submissionWorkflowId(serial)],
  );
  return rows.map(({ number, kind, at, byPersonId, detail }) => ({
    ...(typeof detail === 'string' ? (JSON.parse(detail) as SubmissionFact) : (detail as SubmissionFact)),
    ...{ number, act: kind as SubmissionFact['act'], at: new Date(at).toISOString(), by: byPersonId },
  }));
}

const forged = (facts: readonly SubmissionFact[], other: Partial<SubmissionFact>): SubmissionFact => ({
  ...(facts.at(-1) as SubmissionFact),
  ...other,
});

const isUnknown = (error: unknown): boolean => {
  if (error instanceof WorkflowNotFoundError) {
    return true;
  }
  throw error;
};

const unlessOver = (error: unknown): void => void isUnknown(error);
