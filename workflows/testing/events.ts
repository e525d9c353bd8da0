import { temporal } from '@temporalio/proto';
import type { World } from './world';

/** How many events of each kind a workflow's history has, and in all. */
export async function eventsOf({ client }: World, workflowId: string): Promise<Record<string, number>> {
  const kinds = temporal.api.enums.v1.EventType;
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const counts: Record<string, number> = { all: events?.length ?? 0 };
  for (const { eventType } of events ?? []) {
    const kind = String(kinds[eventType ?? 0]).replace('EVENT_TYPE_', '');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
