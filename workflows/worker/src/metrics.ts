import type { Server } from 'node:http';
import type { WorkerConfig } from './config';
import { served } from './served';

interface MetricsPlaces {
  /** Where Temporal's SDK tells what it counts. */
  readonly sdk: string;
  /** Where this process hands it on; undefined where the SDK is asked itself. */
  readonly shown: { readonly host: string; readonly port: number } | undefined;
}

/** The SDK speaks plainly. Where the worker has a certificate to show, the SDK tells this machine alone, at the next port, and is handed on by TLS. */
export function metricsPlaces({ metricsAddress, tlsCertFile }: WorkerConfig): MetricsPlaces | undefined {
  if (metricsAddress === undefined) {
    return undefined;
  }
  if (tlsCertFile === undefined) {
    return { sdk: metricsAddress, shown: undefined };
  }
  const [, host = '', digits] = /^(.*):(\d+)$/.exec(metricsAddress) ?? [];
  const port = Number(digits);
  return { sdk: `127.0.0.1:${port + 1}`, shown: { host: host.replace(/^\[|\]$/g, ''), port } };
}

/** Hands the SDK's metrics on; undefined where there is nothing to hand on. */
export async function handOnMetrics(config: WorkerConfig): Promise<Server | undefined> {
  const { sdk, shown } = metricsPlaces(config) ?? {};
  if (sdk === undefined || shown === undefined) {
    return undefined;
  }
  return served({ ...config, ...shown }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    fetch(`http://${sdk}/metrics`)
      .then(async (told) => response.writeHead(told.status, { 'content-type': 'text/plain; version=0.0.4' }).end(await told.text()))
      .catch(() => response.writeHead(502).end());
  });
}
