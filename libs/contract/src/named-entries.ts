/** Beside the submission, which its first unit reads: what another unit says of the completers who are named as its people (decision 0030). */
export const namedSubject = (serial: string, unitId: string): string => `named/${serial}/${unitId}`;

/** That a unit has said which of its people a completer is: of the fact `identify`. */
export interface Identified {
  serial: string;
  entry: string;
  personId: string;
}
