import { DefaultFailureConverter } from '@temporalio/common';

/** What a failure says, and where it was thrown, are payloads like everything else. In the bundle of the workflows too, which has nothing else of the kit. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
