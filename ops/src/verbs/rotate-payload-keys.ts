import { existsSync } from 'node:fs';
import { readKeyFile, withNewKey, writeKeyFile } from '@dengke/service-kit';
import { houseOf } from '../house';
import type { House } from '../house';
import { OpsError } from '../verb';
import type { HouseVerb } from '../verb';

/**
 * A new key seals all that Temporal is given from the next payload on; every older one stays, since histories that it sealed are read until Temporal forgets them.
 * Which they are Temporal alone knows, so none is dropped here.
 */
export const rotatePayloadKeys: HouseVerb = {
  name: 'rotate-payload-keys',
  summary: ': seals what Temporal keeps with a new key from the next payload on; what older ones sealed is read as before',
  run: async () => rotation(houseOf()),
};

export function rotation({ payloadKeysFile }: Pick<House, 'payloadKeysFile'>): number {
  if (!existsSync(payloadKeysFile)) {
    throw new OpsError(`There is no ${payloadKeysFile}: start the house first.`);
  }
  const before = readKeyFile(payloadKeysFile);
  const next = withNewKey(before);
  writeKeyFile(payloadKeysFile, next);
  console.log(`${next.current} seals from the next payload on; ${Object.keys(before.keys).join(', ')} still open what they sealed`);
  console.log(
    'Nothing is to be started again: accounts, achievements, notifications and the workers read the file anew. Where they have copies of it: docs/security/keys.md',
  );
  return 0;
}
