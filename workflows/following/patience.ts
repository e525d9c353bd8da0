import type { ActivityOptions } from '@temporalio/workflow';

/**
 * Activities write rows in the service that owns them: short, and tried again for as long as that service is away. A refusal
 * (a code of `refusals`) is not tried again.
 */
export const patience = {
  startToCloseTimeout: '3s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '10s' },
} as const satisfies ActivityOptions;
