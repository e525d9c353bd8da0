export { BundleFault, knownKeys, readBundle } from './read-bundle';
export type { KnownKeys, ReadBundle } from './read-bundle';
export { goodNatured, Register } from './register';
export type { Behaviour, Registered } from './register';
export { registryServer } from './server';
