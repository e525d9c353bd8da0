import { userInfo } from 'node:os';

/** Who does it, for the record: the account on this machine. */
export const operatorName = (): string => userInfo().username;
