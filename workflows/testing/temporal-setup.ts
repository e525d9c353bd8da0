import { searchAttributes } from '@dengke/contract';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** The time-skipping server starts with none of ours. */
export async function registerSearchAttributes(connection: Connection): Promise<void> {
  const types = temporal.api.enums.v1.IndexedValueType;
  const codes = {
    KEYWORD: types.INDEXED_VALUE_TYPE_KEYWORD,
    INT: types.INDEXED_VALUE_TYPE_INT,
    DATETIME: types.INDEXED_VALUE_TYPE_DATETIME,
  };
  const named = Object.entries(searchAttributes).map(([name, type]) => [name, codes[type]] as const);
  await connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes: Object.fromEntries(named) });
}

let isQuiet = false;

/** Specs’ output is their titles; Temporal speaks only when something fails. */
export function quiet(): void {
  if (!isQuiet) {
    isQuiet = true;
    const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter, forward: {} } } });
  }
}

/** What is signalled may end between the look at it and the signal. @throws whatever else went wrong */
export const unlessCompleted = (error: unknown): void => {
  if (!(error instanceof WorkflowNotFoundError)) {
    throw error;
  }
};
