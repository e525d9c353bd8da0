import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import type { PutAside } from '@dengke/contract';
import { ServiceClient } from '@dengke/service-kit';
import { deadLettersOf } from './dead-letters';

const mail = { id: 7, eventKey: 'fact#1', recipient: 'liu', lastAnswer: '550', attempts: 1 };
const entry: PutAside = {
  ...{ source: 'achievements', feedNumber: 12, subject: 'submission/2023-000017', kind: 'return', fault: 'TypeError' },
  at: '2023-08-14T02:00:00.000Z',
};

describe('npm run ops -- dead-letters', () => {
  let server: Server;
  let answers: Record<string, unknown>;
  let posted: unknown[];
  let lines: string[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        if (text !== '') {
          posted.push(JSON.parse(text));
        }
        response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[`${request.method} ${request.url}`]));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    answers = { 'GET /internal/mails/dead': [], 'GET /internal/put-aside': [], 'POST /internal/put-aside': [] };
    posted = [];
    lines = [];
    jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    jest.spyOn(console, 'table').mockImplementation((rows: object) => void lines.push(JSON.stringify(rows)));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const client = () => new ServiceClient([`http://127.0.0.1:${(server.address() as AddressInfo).port}`], 'secret');
  const run = (...args: string[]) => deadLettersOf({ accounts: client(), achievements: client(), notifications: client() }, args);

  it('is content where there are none', async () => {
    expect(await run()).toBe(0);
    expect(lines).toEqual(['0 mails were given up', '0 feed entries were put aside']);
  });

  it('says which mails were given up, and which entries were put aside by whom', async () => {
    answers['GET /internal/mails/dead'] = [mail];
    answers['GET /internal/put-aside'] = [entry];

    expect(await run()).toBe(1);
    expect(lines[1]).toContain('"id":7');
    expect(lines[3]).toContain('"reader":"notifications","source":"achievements","feedNumber":12');
  });

  it('takes entries up again for a reason, and says what is left', async () => {
    answers['GET /internal/put-aside'] = [entry];

    expect(await run('--take-up', '--reason', 'the fault is mended')).toBe(0);
    expect(posted).toEqual(Array.from({ length: 3 }, () => ({ operator: userInfo().username, reason: 'the fault is mended' })));
    await expect(run('--take-up')).rejects.toThrow('--reason');
  });
});
