import type { Server } from 'node:http';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { WorkerConfig } from './config';
import { served } from './served';

interface MetricsPlaces {
  /** Where Temporal's SDK tells what it counts: this machine alone, at the next port, since it speaks plainly. */
  readonly sdk: string;
  /** Where this process tells that and what is its own. */
  readonly shown: { readonly host: string; readonly port: number };
}

export function metricsPlaces({ metricsAddress }: WorkerConfig): MetricsPlaces | undefined {
  if (metricsAddress === undefined) {
    return undefined;
  }
  const [, host = '', digits] = /^(.*):(\d+)$/.exec(metricsAddress) ?? [];
  const port = Number(digits);
  return { sdk: `127.0.0.1:${port + 1}`, shown: { host: host.replace(/^\[|\]$/g, ''), port } };
}

/** Tells a Prometheus what the SDK counts, and memory, processor and the like of this process. By TLS where there is a certificate to show. */
export async function tellMetrics(config: WorkerConfig): Promise<Server | undefined> {
  const places = metricsPlaces(config);
  if (places === undefined) {
    return undefined;
  }
  const own = new Registry();
  collectDefaultMetrics({ register: own });
  const texts = async (): Promise<string> => {
    const told = await fetch(`http://${places.sdk}/metrics`);
    return (await own.metrics()) + (await told.text());
  };
  return served({ ...config, ...places.shown }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    texts().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text),
      () => response.writeHead(502).end(),
    );
  });
}
