import type { Verb } from './verb';
import { account } from './verbs/account';
import { lintGraphs } from './verbs/lint-graphs';
import { rotateKeys } from './verbs/rotate-keys';
import { verifyAudit } from './verbs/verify-audit';

/** All of `npm run ops`, in the order of the usage. */
export const verbs: readonly Verb[] = [verifyAudit, rotateKeys, lintGraphs, account];
