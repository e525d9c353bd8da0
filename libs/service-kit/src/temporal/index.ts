/** For the workflow worker, which takes nothing else of the kit but its traces. */
export { sealedPayloads } from './sealed-payloads';
