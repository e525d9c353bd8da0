import { readFile } from 'node:fs/promises';
import { withNewSigningKey, writeSigningKeys } from '@dengke/service-kit';
import type { SigningKeyFile } from '@dengke/service-kit';
import { houseOf } from '../house';
import type { House } from '../house';
import { OpsError } from '../verb';
import type { HouseVerb } from '../verb';

/** A new key signs from the next start of achievements on; of the one before the public half stays, so that what it signed is verified still. */
export const rotateCertificateKey: HouseVerb = {
  name: 'rotate-certificate-key',
  summary: ': signs certificates with a new key from the next start of achievements on; those given out verify as before',
  run: () => rotation(houseOf()),
};

export async function rotation({ certificateKeysFile }: Pick<House, 'certificateKeysFile'>): Promise<number> {
  const before = await readFile(certificateKeysFile, 'utf8').catch(() => {
    throw new OpsError(`There is no ${certificateKeysFile}: start the house first.`);
  });
  const next = withNewSigningKey(JSON.parse(before) as SigningKeyFile);
  writeSigningKeys(certificateKeysFile, next);
  console.log(`${next.current} signs from the next start of achievements on; ${Object.keys(next.keys).length - 1} older verify still`);
  return 0;
}
