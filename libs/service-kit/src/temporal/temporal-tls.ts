import { readFileSync } from 'node:fs';

/** How Temporal is spoken to: by TLS where its authority is given. For connections of the client and of workers alike. */
export function temporalTls(caFile: string | null | undefined): { tls?: { serverRootCACertificate: Buffer } } {
  return caFile === null || caFile === undefined ? {} : { tls: { serverRootCACertificate: readFileSync(caFile) } };
}
