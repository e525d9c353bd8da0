import { traceContextOf, traceparentHeader, traceparentOf } from '@dengke/contract';
import type { SignalSeen, TraceContext } from '@dengke/contract';
import { defaultPayloadConverter, proxySinks, uuid4, workflowInfo } from '@temporalio/workflow';
import type { Sinks, WorkflowInterceptors } from '@temporalio/workflow';

export interface TraceSinks extends Sinks {
  traces: { signalSeen(seen: SignalSeen): void };
}

/**
 * What a workflow does is a part of the trace of the fact that it was told last: the act's own, whoever began it and however long ago. A signal that
 * is of no trace changes nothing, and adds nothing to the history.
 */
export const interceptors = (): WorkflowInterceptors => {
  const { traces } = proxySinks<TraceSinks>();
  let present: TraceContext | undefined;
  return {
    inbound: [
      {
        handleSignal: (input, next) => {
          const header = input.headers[traceparentHeader];
          const parent = header === undefined ? undefined : traceContextOf(defaultPayloadConverter.fromPayload(header));
          if (parent !== undefined) {
            present = { traceId: parent.traceId, spanId: uuid4().replaceAll('-', '').slice(16) };
            if (!workflowInfo().unsafe.isReplaying) {
              traces.signalSeen({ signal: input.signalName, context: present, parentId: parent.spanId });
            }
          }
          return next(input);
        },
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => {
          const headers = present === undefined ? {} : { [traceparentHeader]: defaultPayloadConverter.toPayload(traceparentOf(present)) };
          return next({ ...input, headers: { ...input.headers, ...headers } });
        },
      },
    ],
  };
};
