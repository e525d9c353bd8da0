import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TextSigner } from './signed-text';

/**
 * The file under the secrets folder: Ed25519 keys in PEM by their names. The current one is private (PKCS #8); of those before it the public
 * half is kept for ever, since what they signed is still out there.
 */
export interface SigningKeyFile {
  current: string;
  keys: Record<string, string>;
}

const publicHalf = (pem: string): string => {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new Error('not an Ed25519 key');
  }
  return key.export({ type: 'spki', format: 'pem' }).toString();
};

/** One key pair signs; all of them verify. */
export class SigningKeys {
  private constructor(
    readonly signer: TextSigner,
    /** SPKI in PEM, by name. */
    readonly publicKeys: Readonly<Record<string, string>>,
  ) {}

  /** @throws Error when the file is missing or its current key is no Ed25519 private key; the message never quotes it */
  static fromFile(path: string): SigningKeys {
    try {
      return SigningKeys.of(JSON.parse(readFileSync(path, 'utf8')) as SigningKeyFile);
    } catch {
      throw new Error(`${path} holds no signing keys: a current Ed25519 key, and the public halves of those before it`);
    }
  }

  static of({ current, keys }: SigningKeyFile): SigningKeys {
    const publicKeys = Object.fromEntries(Object.entries(keys).map(([id, pem]) => [id, publicHalf(pem)]));
    return new SigningKeys({ id: current, privateKey: createPrivateKey(keys[current] ?? '') }, publicKeys);
  }
}

/** The file with a new current key; of the one before only the public half stays. */
export function withNewSigningKey({ keys }: Pick<SigningKeyFile, 'keys'>): SigningKeyFile {
  const kept = Object.fromEntries(Object.entries(keys).map(([id, pem]) => [id, publicHalf(pem)]));
  const current = `c${Math.max(0, ...Object.keys(keys).map((id) => Number(id.slice(1)))) + 1}`;
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { current, keys: { ...kept, [current]: pem } };
}

/** Replaced whole or not at all. */
export function writeSigningKeys(path: string, file: SigningKeyFile): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
