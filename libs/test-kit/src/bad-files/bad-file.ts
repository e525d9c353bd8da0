/** A file that must be refused: what it is, the name it is given, its bytes when asked for, and the reason. */
export type BadFile = readonly [what: string, fileName: string, make: () => Buffer, reason: string];
