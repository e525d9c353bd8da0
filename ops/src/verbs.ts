import type { Verb } from './verb';
import { account } from './verbs/account';
import { backup, restore } from './verbs/backup';
import { deadLetters } from './verbs/dead-letters';
import { dispose } from './verbs/dispose';
import { explain } from './verbs/explain';
import { exportAll } from './verbs/export';
import { handOver } from './verbs/hand-over';
import { lintGraphs } from './verbs/lint-graphs';
import { orders } from './verbs/orders';
import { overview } from './verbs/overview';
import { promote } from './verbs/promote';
import { reconcile } from './verbs/reconcile';
import { recorded, recordedAfterwards } from './verbs/recorded';
import { replay } from './verbs/replay';
import { rotateCertificateKey } from './verbs/rotate-certificate-key';
import { rotateKeys } from './verbs/rotate-keys';
import { rotatePayloadKeys } from './verbs/rotate-payload-keys';
import { stuck } from './verbs/stuck';
import { verifyAudit } from './verbs/verify-audit';
import { verifyCertificate } from './verbs/verify-certificate';
import { whatIf } from './verbs/what-if';

/** All of `npm run ops`, in the order of the usage. */
export const verbs: readonly Verb[] = [
  overview,
  stuck,
  explain,
  reconcile,
  ...orders,
  replay,
  handOver,
  verifyAudit,
  recorded(rotateKeys),
  recorded(rotatePayloadKeys),
  lintGraphs,
  account,
  whatIf,
  verifyCertificate,
  recorded(rotateCertificateKey),
  deadLetters,
  dispose,
  recorded(backup),
  recordedAfterwards(restore),
  recordedAfterwards(promote),
  exportAll,
];
