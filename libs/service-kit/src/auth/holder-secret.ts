import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const secretBytes = 24;

/** What somebody without an account shows for what he sent: in the first answer and nowhere else. */
export const newSecret = (): string => randomBytes(secretBytes).toString('base64url');

export const secretDigestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether a secret is the one behind a digest, in a time that does not tell. */
export const isSecretOf = (secret: string, digest: string): boolean =>
  timingSafeEqual(Buffer.from(secretDigestOf(secret), 'hex'), Buffer.from(digest, 'hex'));
