import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceSecretHeader } from '@dengke/contract';
import { ServiceClient } from '@dengke/service-kit';
import { lintOf } from './lint-graphs';

const secret = 'only-for-specs-0123456789';

describe('npm run ops -- lint-graphs', () => {
  let accounts: Server;
  let folder: string;
  let faults: object[];
  let said: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dengke-ops-lint-'));
    accounts = createServer((request, response) => {
      const isAsked = request.url === '/internal/graphs/lint' && request.headers[serviceSecretHeader] === secret;
      response.statusCode = isAsked ? 200 : 404;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(faults));
    });
    await new Promise<void>((resolve) => accounts.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    said = [];
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    accounts.closeAllConnections();
    await new Promise((resolve) => accounts.close(resolve));
    await rm(folder, { recursive: true });
  });

  const lint = (...args: string[]) => {
    const { port } = accounts.address() as AddressInfo;
    return lintOf(new ServiceClient([`http://127.0.0.1:${port}`], secret), args);
  };

  it('says that the graphs are whole, and succeeds', async () => {
    faults = [];
    expect(await lint()).toBe(0);
    expect(said).toEqual(['The graphs are whole.']);
  });

  it('names every fault, and fails; in a file too', async () => {
    faults = [
      { fault: 'deskUnstaffed', organisationId: 'org-datong-energy', in: 'R-city' },
      { fault: 'noContact', organisationId: 'org-cz-luzhou-energy', in: 'notice' },
    ];
    expect(await lint('--json', join(folder, 'faults.json'))).toBe(1);
    expect(said).toEqual([
      'org-datong-energy: holds a desk where nobody sits (R-city)',
      'org-cz-luzhou-energy: has no contact (notice)',
      'The graphs have 2 faults.',
    ]);
    expect(JSON.parse(await readFile(join(folder, 'faults.json'), 'utf8'))).toEqual({ faults });
  });
});
