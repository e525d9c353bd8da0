/** Subject of an objection in the ledger: how it came, what was noted and answered. What is decided stands in the submission's own. */
export const objectionSubject = (receipt: string): string => `objection/${receipt}`;
