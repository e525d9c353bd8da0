import type { Reason } from '@dengke/contract';
import { DomainError } from '../http/domain-error';

/** Extensions of what may be handed in. */
export const acceptedExtensions = ['.pdf', '.jpg', '.jpeg', '.png', '.docx', '.xlsx'];

/** Why a file is not taken. */
export type FileFault = Extract<
  Reason,
  | 'type' // not an accepted type, or content and name disagree
  | 'name' // the name hides what the file is
  | 'damaged' // cut off, or sizes and sums do not hold
  | 'encrypted' // nobody could review it
  | 'active' // scripts, macros, forms that send, links that run
  | 'external' // draws on something outside of the file
  | 'nested' // holds other files
  | 'double' // something else besides what it says
  | 'entries' // its directory lies, climbs or repeats itself
  | 'bomb' // would grow beyond measure
>;

export const fileFault = (reason: FileFault): DomainError => new DomainError('FILE_TYPE_REFUSED', { reason, accepted: acceptedExtensions });

/** @throws DomainError FILE_TYPE_REFUSED for this reason when it does not hold */
export function requireSound(holds: boolean, reason: FileFault): asserts holds {
  if (!holds) {
    throw fileFault(reason);
  }
}
