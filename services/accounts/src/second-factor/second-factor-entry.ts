import { uuidv7 } from 'uuidv7';
import type { Instant } from '@dengke/contract';
import type { NewEntry } from '@dengke/service-kit';

type Kind = 'secondFactorEnrolled' | 'secondFactorRemoved' | 'recoveryCodesRenewed' | 'recoveryCodeUsed';

interface What {
  by: string;
  organisationId: string | null;
  at: Instant;
  detail?: Record<string, unknown>;
}

/** What happened to a person's second factor, for that person's ledger. */
export const secondFactorEntry = (kind: Kind, { by, organisationId, at, detail = {} }: What): NewEntry => ({
  ...{ kind, actId: `${kind}:${uuidv7()}`, at, by, organisationId, detail },
  relay: false,
});
