import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { tokenAudience, tokenIssuer } from '@dengke/contract';
import type { Caller, Position } from '@dengke/contract';

export interface TestTokens {
  keySet: JSONWebKeySet;
  /** Stands in for accounts: `createService({ …, authority: tokens.authority })`. */
  authority: { keys: JWTVerifyGetKey; confirm(token: string): Promise<Caller | null> };
  tokenFor(caller: Caller, options?: { expiresIn?: string; audience?: string; issuer?: string }): Promise<string>;
  /** From now on accounts does not confirm this person any more, though a token may still be valid. */
  revoke(personId: string): void;
}

/** Keys like those of accounts, and tokens signed with them. */
export async function someTokens(kid = 'spec'): Promise<TestTokens> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const keySet = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' }] };
  const keys = createLocalJWKSet(keySet);
  const revoked = new Set<string>();
  const verified = new Map<string, ReturnType<typeof verify>>();
  const verify = (token: string) =>
    jwtVerify<Omit<Caller, 'personId'>>(token, keys, { audience: tokenAudience, issuer: tokenIssuer }).then(({ payload }) => payload);
  const confirm = async (token: string): Promise<Caller | null> => {
    // The guard has looked at the token's end itself; a matrix shows the same one some hundred times.
    const payload = verified.get(token) ?? verify(token);
    verified.set(token, payload);
    const { sub: personId = '', sessionId, position, must, steppedUpUntil } = await payload;
    return revoked.has(personId)
      ? null
      : { personId, sessionId, position, ...(must && { must }), ...(steppedUpUntil && { steppedUpUntil }) };
  };
  const tokenFor: TestTokens['tokenFor'] = ({ personId, ...claims }, options = {}) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .setSubject(personId)
      .setIssuer(options.issuer ?? tokenIssuer)
      .setAudience(options.audience ?? tokenAudience)
      .setIssuedAt()
      .setExpirationTime(options.expiresIn ?? '5m')
      .sign(privateKey);
  return { keySet, authority: { keys, confirm }, tokenFor, revoke: (personId) => void revoked.add(personId) };
}

/** Somebody who calls: `aCaller({ role: 'manager', organisationKind: 'municipal', organisationId: 'changzhi' })`. */
export function aCaller(position: Partial<Position> = {}, personId = 'person-1'): Caller {
  return {
    personId,
    sessionId: `session-of-${personId}`,
    position: { id: `position-of-${personId}`, organisationId: 'org-1', organisationKind: 'unit', role: 'completer', ...position },
  };
}
