export * from './errors';
export * from './identity';
export * from './ledger';
export * from './task-queues';
