import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serviceSecretHeader } from '@dengke/contract';
import type { WindowAccount } from '@dengke/contract';
import { ServiceClient } from '@dengke/service-kit';
import { accountOf } from './account';

const secret = 'only-for-specs-0123456789';
const anAccount = (organisationId: string | null, residual: number): WindowAccount => ({
  window: 'h1-2023',
  organisationId,
  entered: 5,
  outcomes: { transmitted: 3, 'carried-over': 2 - residual, returned: 0, withdrawn: 0, rejected: 0 },
  refusedAtSubmit: organisationId === null ? { ALREADY_REGISTERED: 1 } : {},
  residual,
});

describe('npm run ops -- account', () => {
  let achievements: Server;
  let accounts: WindowAccount[];
  let said: string[];

  beforeAll(async () => {
    achievements = createServer((request, response) => {
      const isAsked = request.url === '/internal/windows/h1-2023/accounts' && request.headers[serviceSecretHeader] === secret;
      response.statusCode = isAsked ? 200 : 404;
      const body = isAsked ? accounts : { type: 'urn:dengke:problem:not-found', title: 'Not found', status: 404, code: 'NOT_FOUND' };
      response.setHeader('content-type', isAsked ? 'application/json' : 'application/problem+json').end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => achievements.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    said = [];
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    jest.spyOn(console, 'table').mockImplementation((rows: object) => void said.push(...Object.keys(rows)));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    achievements.closeAllConnections();
    await new Promise((resolve) => achievements.close(resolve));
  });

  const run = (...args: string[]) =>
    accountOf(new ServiceClient([`http://127.0.0.1:${(achievements.address() as AddressInfo).port}`], secret), args);

  it('comes out even at every organisation, and says what each column has', async () => {
    accounts = [anAccount(null, 0), anAccount('org-changzhi-energy', 0)];
    expect(await run('h1-2023')).toBe(0);
    expect(said).toEqual(['all', 'org-changzhi-energy']);

    said = [];
    expect(await run('h1-2023', '--json', '-')).toBe(0);
    const columns = { window: 'h1-2023', entered: 5, transmitted: 3, carriedOver: 2, returned: 0, withdrawn: 0, rejected: 0, residual: 0 };
    expect(JSON.parse(said.join('\n'))).toEqual({
      ...columns,
      refusedAtSubmit: { ALREADY_REGISTERED: 1 },
      organisations: [{ ...columns, organisationId: 'org-changzhi-energy' }],
    });
  });

  it('fails on a residual anywhere, and on a window that is not there', async () => {
    accounts = [anAccount(null, 0), anAccount('org-changzhi-energy', 1)];
    expect(await run('h1-2023')).toBe(1);
    await expect(run('h2-2099')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(run()).rejects.toThrow('Which window?');
  });
});
