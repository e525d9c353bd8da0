import { submissionWorkflowId } from '@dengke/contract';
import type { Client } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';

const lastFactKey = defineSearchAttributeKey('LastFact', 'INT');

/**
 * Whether a submission’s workflow has taken up a fact, by its own account. A query would say the same, but costs the worker a task each time.
 * @returns false also while nobody answers
 */
export async function hasFollowed(temporal: Client, serial: string, fact: number): Promise<boolean> {
  try {
    const { typedSearchAttributes } = await temporal.workflow.getHandle(submissionWorkflowId(serial)).describe();
    return (typedSearchAttributes.get(lastFactKey) ?? 0) >= fact;
  } catch {
    return false;
  }
}
