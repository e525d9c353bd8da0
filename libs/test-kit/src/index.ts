export { aDatabase } from './database';
export type { TestDatabase } from './database';
export { anEnvironment } from './environment';
export { eventually } from './eventually';
export { httpOf } from './http';
export type { HttpAnswer, HttpOptions } from './http';
export { aCaller, someTokens } from './tokens';
export type { TestTokens } from './tokens';
