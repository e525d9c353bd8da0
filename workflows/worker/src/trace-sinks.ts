import type { SignalSeen } from '@dengke/contract';
import { spanTime } from '@dengke/service-kit/tracing';
import type { Traces } from '@dengke/service-kit/tracing';
import type { InjectedSinks } from '@temporalio/worker';
import type { Sinks } from '@temporalio/workflow';

interface SeenByWorkflows extends Sinks {
  traces: { signalSeen(seen: SignalSeen): void };
}
export type TraceSinks = InjectedSinks<SeenByWorkflows>;

/** Where workflow code leaves what is to be a span: it has no clock of the host and no way out. */
export const traceSinks = (traces: Traces): TraceSinks => ({
  traces: {
    signalSeen: {
      callDuringReplay: false,
      fn: ({ workflowId, workflowType }, { signal, context, parentId }) => {
        const now = spanTime();
        const attributes = { 'temporal.workflow.id': workflowId, 'temporal.signal': signal };
        traces.add({
          ...{ name: `workflow ${workflowType}`, kind: 'consumer', context, parentId },
          ...{ began: now, ended: now, attributes, failed: false },
        });
      },
    },
  },
});
