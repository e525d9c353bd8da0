import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { WorkerConfig } from './config';

export type Place = { readonly host: string; readonly port: number } & Partial<Pick<WorkerConfig, 'tlsCertFile' | 'tlsKeyFile'>>;

/** Listens when it resolves; by TLS where there is a certificate to show. */
export function served({ host, port, tlsCertFile, tlsKeyFile }: Place, answer: RequestListener): Promise<Server> {
  const server =
    tlsCertFile === undefined || tlsKeyFile === undefined
      ? createServer(answer)
      : createTlsServer({ cert: readFileSync(tlsCertFile), key: readFileSync(tlsKeyFile) }, answer);
  return new Promise((settle, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => settle(server));
  });
}
