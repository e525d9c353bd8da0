import { readFileSync } from 'node:fs';
import type { HouseConfig } from '../config/service-config';

/** What this process shows to whoever calls it, and the key to that; undefined where it listens plainly. TLS 1.2 and 1.3, as Node has it. */
export function certificateOf({
  tlsCertFile,
  tlsKeyFile,
}: Pick<HouseConfig, 'tlsCertFile' | 'tlsKeyFile'>): { readonly cert: Buffer; readonly key: Buffer } | undefined {
  return tlsCertFile === undefined || tlsKeyFile === undefined
    ? undefined
    : { cert: readFileSync(tlsCertFile), key: readFileSync(tlsKeyFile) };
}
