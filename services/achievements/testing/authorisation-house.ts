import { unknownSerial } from './authorisation-rows';
import type { Row } from './authorisation-rows';
import { windowOfSeed } from './authorisation-world';

/** What asks nobody who he is, and what is for the house alone. */
export const houseTable: Record<string, Row> = {
  'GET /health/live': { is: 'public' },
  'GET /health/ready': { is: 'public' },
  'GET /temporal': { is: 'own' },
  'POST /temporal/decode': { is: 'gated' },
  'POST /operations/overview': { is: 'gated' },
  'POST /operations/stuck': { is: 'gated' },
  'POST /operations/explain': { is: 'gated' },
  'GET /internal/feed': { is: 'house' },
  'GET /internal/metrics': { is: 'house' },
  'GET /internal/rest': { is: 'house' },
  'GET /internal/reconciliation': { is: 'house' },
  'POST /internal/reconciliation': { is: 'house' },
  'POST /internal/workflow-orders': { is: 'house' },
  'GET /internal/put-aside': { is: 'house' },
  'POST /internal/put-aside': { is: 'house' },
  'POST /internal/operations': { is: 'house' },
  'GET /internal/deadlines': { is: 'house', url: '/internal/deadlines?person=nobody&desks=' },
  'GET /internal/disposals': { is: 'house' },
  'POST /internal/disposals': { is: 'house' },
  'GET /internal/windows/:id/accounts': { is: 'house', url: `/internal/windows/${windowOfSeed}/accounts` },
  'GET /internal/operations/standings': { is: 'house' },
  'GET /internal/operations/untold': { is: 'house' },
  'GET /internal/operations/intake': { is: 'house' },
  'POST /internal/operations/intake': { is: 'house' },
  'GET /internal/operations/submissions/stuck': { is: 'house' },
  'GET /internal/operations/submissions/:serial': { is: 'house', url: `/internal/operations/submissions/${unknownSerial}` },
  'GET /internal/operations/workflows/stuck': { is: 'house' },
};
