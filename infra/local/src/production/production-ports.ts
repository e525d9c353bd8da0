import type { Ports } from '../ports';
import { drawPorts } from '../ports';

/** What listens in the production shape beside the parts of every stack; nobody but the stack needs to know where. */
export interface ProductionPorts {
  /** Of the second replicas, and the second worker. */
  readonly accounts: number;
  readonly achievements: number;
  readonly notifications: number;
  readonly worker: number;
  readonly mariadbReplica: number;
  readonly postgresql: number;
  /** Of Temporal’s roles. */
  readonly frontendHttp: number;
  readonly frontendMembership: number;
  readonly history: number;
  readonly historyMembership: number;
  readonly matching: number;
  readonly matchingMembership: number;
  readonly systemWorker: number;
  readonly systemWorkerMembership: number;
  /** Where a Prometheus is told how they are: the services tell it where they listen. */
  readonly gatewayMetrics: number;
  readonly workerMetrics: number;
  readonly secondWorkerMetrics: number;
  readonly temporalMetrics: number;
}

/** Free ones, beside those of the stack. */
export const productionPorts = async (ports: Ports): Promise<ProductionPorts> => {
  const drawn = await drawPorts(18, Object.values(ports));
  const next = (): number => drawn.pop() ?? 0;
  return {
    ...{ accounts: next(), achievements: next(), notifications: next(), worker: next(), mariadbReplica: next(), postgresql: next() },
    ...{ frontendHttp: next(), frontendMembership: next(), history: next(), historyMembership: next() },
    ...{ matching: next(), matchingMembership: next(), systemWorker: next(), systemWorkerMembership: next() },
    ...{ gatewayMetrics: next(), workerMetrics: next(), secondWorkerMetrics: next(), temporalMetrics: next() },
  };
};
