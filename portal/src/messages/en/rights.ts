import { rights as names } from '@dengke/contract';
import type { Right } from '@dengke/contract';

/** The contract’s own sentences. */
export const rights: Record<Right, string> = names;
