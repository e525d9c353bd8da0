import { createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A key pair's private half, by the name under which its public half is known. */
export interface TextSigner {
  id: string;
  privateKey: KeyObject;
}

const base64url = (content: Buffer): string => content.toString('base64url');

/** `<key>.<text>.<signature>`: a text that travels with what proves it (Ed25519), short enough for a QR code. */
export function signedText(text: string, { id, privateKey }: TextSigner): string {
  const body = `${id}.${base64url(Buffer.from(text, 'utf8'))}`;
  return `${body}.${base64url(sign(null, Buffer.from(body, 'ascii'), privateKey))}`;
}

/** @returns the text, or null when it is not what one of these keys has signed */
export function textSigned(signed: string, publicKeys: Readonly<Record<string, string>>): string | null {
  const [id = '', text = '', signature = '', ...more] = signed.split('.');
  const pem = Object.hasOwn(publicKeys, id) ? publicKeys[id] : undefined;
  if (pem === undefined || signature === '' || more.length > 0) {
    return null;
  }
  const proves = verify(null, Buffer.from(`${id}.${text}`, 'ascii'), createPublicKey(pem), Buffer.from(signature, 'base64url'));
  return proves ? Buffer.from(text, 'base64url').toString('utf8') : null;
}
