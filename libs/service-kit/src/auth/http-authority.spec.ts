import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aCaller, someTokens } from '@dengke/test-kit';
import type { TestTokens } from '@dengke/test-kit';
import { SecurityClock } from '../clock/security-clock';
import { ServiceClient } from '../http/service-client';
import { HttpAuthority } from './http-authority';
import { verifyToken } from './token';

describe('accounts as the authority, over HTTP', () => {
  let accounts: Server;
  let client: ServiceClient;
  let authority: HttpAuthority;
  let tokens: TestTokens;
  let keyFetches: number;
  let confirmStatus: number;
  const caller = aCaller();
  let later: number;

  beforeEach(async () => {
    tokens = await someTokens();
    keyFetches = 0;
    confirmStatus = 200;
    later = 0;
    accounts = createServer((request, reply) => {
      if (request.url === '/internal/keys') {
        keyFetches += 1;
        reply.end(JSON.stringify(tokens.keySet));
        return;
      }
      reply.statusCode = confirmStatus;
      reply.end(JSON.stringify(confirmStatus === 200 ? { caller } : { code: confirmStatus === 401 ? 'NOT_SIGNED_IN' : 'UNEXPECTED' }));
    });
    await new Promise<void>((resolve) => accounts.listen(0, '127.0.0.1', resolve));
    client = new ServiceClient([`http://127.0.0.1:${(accounts.address() as AddressInfo).port}`], 'only-for-specs-0123456789');
    const clock = new SecurityClock();
    const real = clock.millis.bind(clock);
    authority = new HttpAuthority(client, Object.assign(clock, { millis: () => real() + later }));
  });
  afterEach(async () => {
    await client.close();
    accounts.closeAllConnections();
    await new Promise((resolve) => accounts.close(resolve));
  });

  it('fetches the keys once, however many tokens come at once', async () => {
    const token = await tokens.tokenFor(caller);

    await Promise.all(Array.from({ length: 8 }, () => verifyToken(token, authority.keys)));

    expect(keyFetches).toBe(1);
  });

  it('learns a new key when a token names one, but does not ask for every bad token', async () => {
    await verifyToken(await tokens.tokenFor(caller), authority.keys);
    tokens = await someTokens('second');
    const token = await tokens.tokenFor(caller);
    await expect(verifyToken(token, authority.keys)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(verifyToken(token, authority.keys)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(keyFetches).toBe(1);

    later = 10_000;

    await expect(verifyToken(token, authority.keys)).resolves.toEqual(caller);
    expect(keyFetches).toBe(2);
  });

  it('says who is confirmed, who is not, and lets nobody through when it cannot ask', async () => {
    await expect(authority.confirm('t')).resolves.toEqual(caller);
    confirmStatus = 401;
    await expect(authority.confirm('t')).resolves.toBeNull();
    confirmStatus = 500;
    await expect(authority.confirm('t')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    accounts.closeAllConnections();
    await new Promise((resolve) => accounts.close(resolve));
    await expect(authority.confirm('t')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(verifyToken(await tokens.tokenFor(caller), authority.keys)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
