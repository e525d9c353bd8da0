import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const secretBytes = 24;

/** What an applicant shows instead of an account: in the first answer and nowhere else. */
export const newSecret = (): string => randomBytes(secretBytes).toString('base64url');

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether a secret is the one behind a digest, in a time that does not tell. */
export const isSecretOf = (secret: string, digest: string): boolean =>
  timingSafeEqual(Buffer.from(digestOf(secret), 'hex'), Buffer.from(digest, 'hex'));
