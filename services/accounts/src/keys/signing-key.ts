import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, createLocalJWKSet, importPKCS8 } from 'jose';
import type { CryptoKey, JSONWebKeySet, JWK, JWTVerifyGetKey } from 'jose';

/** The key pair with which accounts alone signs, and what the others need to check. */
export class SigningKey {
  private constructor(
    readonly kid: string,
    readonly privateKey: CryptoKey,
    /** JWKS with the public half. */
    readonly keySet: JSONWebKeySet,
    readonly keys: JWTVerifyGetKey,
  ) {}

  /** @throws Error when the file is missing or holds no Ed25519 key; the message never quotes it */
  static async fromFile(file: string): Promise<SigningKey> {
    const pem = await readFile(file, 'utf8').catch(() => {
      throw new Error('DENGKE_SIGNING_KEY_FILE cannot be read');
    });
    return SigningKey.fromPem(pem);
  }

  static async fromPem(pem: string): Promise<SigningKey> {
    const publicJwk = publicHalf(pem);
    const kid = await calculateJwkThumbprint(publicJwk);
    const keySet = { keys: [{ ...publicJwk, kid, alg: 'EdDSA', use: 'sig' }] };
    return new SigningKey(kid, await importPKCS8(pem, 'EdDSA'), keySet, createLocalJWKSet(keySet));
  }
}

function publicHalf(pem: string): JWK {
  const fault = new Error('DENGKE_SIGNING_KEY_FILE holds no Ed25519 private key in PEM (PKCS #8)');
  try {
    const privateKey = createPrivateKey(pem);
    if (privateKey.asymmetricKeyType !== 'ed25519') {
      throw fault;
    }
    const { kty, crv, x } = createPublicKey(privateKey).export({ format: 'jwk' }) as JWK;
    return { kty, crv, x } as JWK;
  } catch {
    throw fault;
  }
}
