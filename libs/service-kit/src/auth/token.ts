import { errors, jwtVerify, SignJWT } from 'jose';
import type { CryptoKey, JWTVerifyGetKey } from 'jose';
import { tokenAudience, tokenIssuer, tokenLifetimeSeconds } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import { DomainError } from '../http/domain-error';

/** Clocks of the processes may differ this much. */
const TOLERANCE_SECONDS = 5;

/** The token the gateway passes on: signed by accounts, 30 s, for the services. Only accounts holds the private key. */
export function mintToken({ personId, ...claims }: Caller, key: { kid: string; privateKey: CryptoKey }): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
    .setSubject(personId)
    .setIssuer(tokenIssuer)
    .setAudience(tokenAudience)
    .setIssuedAt()
    .setExpirationTime(`${tokenLifetimeSeconds}s`)
    .sign(key.privateKey);
}

/** @throws DomainError NOT_SIGNED_IN, UNAVAILABLE when the keys cannot be fetched */
export async function verifyToken(token: string, keys: JWTVerifyGetKey): Promise<Caller> {
  try {
    const { payload } = await jwtVerify<Omit<Caller, 'personId'>>(token, keys, {
      algorithms: ['EdDSA'],
      audience: tokenAudience,
      issuer: tokenIssuer,
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['exp', 'sub', 'sessionId', 'position'],
    });
    const { sub: personId = '', sessionId, position, must, steppedUpUntil } = payload;
    return { personId, sessionId, position, ...(must && { must }), ...(steppedUpUntil && { steppedUpUntil }) };
  } catch (error) {
    throw error instanceof errors.JOSEError ? new DomainError('NOT_SIGNED_IN') : error;
  }
}
