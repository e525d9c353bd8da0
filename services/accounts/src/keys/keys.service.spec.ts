import { generateKeyPairSync } from 'node:crypto';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { tokenAudience, tokenIssuer } from '@dengke/contract';
import type { Caller, Duty } from '@dengke/contract';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { SigningKey } from './signing-key';

describe('the token that accounts signs', () => {
  let house: AccountsHouse;
  let me: SignedInClient;
  beforeAll(async () => {
    house = await anAccountsHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    me = await house.signIn('changzhi-energy-1');
  });

  it('is EdDSA for thirty seconds and one audience, checked with the published key', async () => {
    const { body: keySet } = await house.inside.get<JSONWebKeySet>('/internal/keys');
    const token = await me.token();
    const { payload } = await jwtVerify(token, createLocalJWKSet(keySet), { issuer: tokenIssuer, audience: tokenAudience });

    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'EdDSA', kid: keySet.keys[0]?.kid });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(30);
    expect(payload).toMatchObject({
      sub: 'person-changzhi-energy-1',
      position: { organisationId: 'org-changzhi-energy', organisationKind: 'municipal', role: 'manager' },
    });
    expect(Object.keys(keySet.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });

  it('is minted only for a session that exists, and only for the house', async () => {
    expect((await house.inside.post('/internal/token', { session: 'made-up' })).body).toMatchObject({ code: 'NOT_SIGNED_IN', status: 401 });
    expect((await house.outside.post('/internal/token', { session: me.session })).status).toBe(401);
    expect((await house.outside.get('/internal/keys')).status).toBe(401);
    expect((await house.outside.get('/internal/people/person-sx-energy-1')).status).toBe(401);
    expect((await house.outside.get('/internal/feed')).status).toBe(401);
  });

  it('is confirmed while session, position and credential stand', async () => {
    const token = await me.token();
    expect((await house.inside.post<{ caller: unknown }>('/internal/confirm', { token })).body).toEqual({ caller: await me.caller() });
  });

  it.each<[string, string, string, Duty | null]>([
    [
      'the position has ended',
      'update held_position set endedAt = grantedAt where personId = ?',
      'update held_position set endedAt = null where personId = ?',
      null,
    ],
    [
      'the credential is disabled',
      'update credential set disabled = 1 where personId = ?',
      'update credential set disabled = 0 where personId = ?',
      null,
    ],
    [
      'the first password must be changed',
      'update credential set mustChange = 1 where personId = ?',
      'update credential set mustChange = 0 where personId = ?',
      'change-password',
    ],
    [
      'a second factor was enrolled elsewhere and not shown here',
      'update session set secondFactorAt = null where personId = ?',
      'update session set secondFactorAt = createdAt where personId = ?',
      'second-factor',
    ],
    ['the session is gone', 'delete from session where personId = ?', 'do ?', null],
  ])('is not confirmed any more once %s, though it has not run out, nor is there another', async (_, change, undo, must) => {
    const token = await me.token();
    await house.database.query(change, ['person-changzhi-energy-1']);
    const answer = await house.inside.post('/internal/confirm', { token });
    const anew = await house.inside.post<{ caller?: Caller }>('/internal/token', { session: me.session });
    await house.database.query(undo, ['person-changzhi-energy-1']);

    expect(answer.body).toMatchObject({ code: 'NOT_SIGNED_IN', status: 401 });
    expect([anew.status, anew.body.caller?.must]).toEqual(must === null ? [401, undefined] : [200, must]);
  });

  it('keeps the position it was minted for when the person has changed to another', async () => {
    const studio = await house.signIn('unit-woye-studio');
    const token = await studio.token();
    const other = studio.signedIn.positions.find(({ id }) => id !== studio.signedIn.position.id);
    await studio.post('/sessions/current/position', { positionId: other?.id });

    const { body } = await house.inside.post<{ caller: { position: { id: string } } }>('/internal/confirm', { token });
    expect(body.caller.position.id).toBe(studio.signedIn.position.id);
  });

  it('is not accepted when forged, altered or signed by another key', async () => {
    const stranger = await SigningKey.fromPem(
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    const [head, , signature] = (await me.token()).split('.');
    const forged = Buffer.from(JSON.stringify({ sub: 'person-sx-kjt-admin' })).toString('base64url');
    for (const token of [
      'nonsense',
      `${head}.${forged}.${signature}`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged}.`,
    ]) {
      expect((await house.inside.post('/internal/confirm', { token })).body.code).toBe('NOT_SIGNED_IN');
    }
    expect(stranger.keySet.keys[0]?.kid).not.toBe(decodeProtectedHeader(await me.token()).kid);
  });
});

describe('the signing key', () => {
  it('is refused without being quoted when it is missing or of another kind', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await expect(SigningKey.fromPem(rsa)).rejects.toThrow('holds no Ed25519');
    await expect(SigningKey.fromPem('not a key')).rejects.toThrow('holds no Ed25519');
    await expect(SigningKey.fromFile('/nowhere/key.pem')).rejects.toThrow('DENGKE_SIGNING_KEY_FILE cannot be read');
  });
});
