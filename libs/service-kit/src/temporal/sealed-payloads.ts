import type { DataConverter } from '@temporalio/common';
import { PayloadSeal } from './payload-seal';

/** Temporal requires it by itself. */
const failureConverterPath = require.resolve('./failure-converter');

/** How every client and worker of the house speaks to Temporal. @throws Error without the file of keys: nothing begins that could not seal */
export function sealedPayloads(keysFile: string): DataConverter {
  return { payloadCodecs: [new PayloadSeal(keysFile)], failureConverterPath };
}
