import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServiceClient } from '@dengke/service-kit';
import type { Answer } from './what-if';
import { whatIfOf } from './what-if';

const answer: Answer = {
  ...{ pace: 'as-until-now', today: '2023-08-14', changed: 1, lateMeanwhile: ['2023-000002'] },
  before: [{ outcome: 'transmitted', count: 2 }],
  after: [
    { outcome: 'transmitted', count: 1 },
    { outcome: 'carried-over', count: 1 },
  ],
  changes: [
    {
      ...{ serial: '2023-000002', deskId: 'org-changzhi-energy' },
      ...{ before: { on: '2023-08-18', outcome: 'transmitted' }, after: { on: '2023-08-28', outcome: 'carried-over' } },
    },
  ],
  deadlines: [{ about: 'municipal', from: '2023-08-25', to: '2023-08-29', count: 3 }],
  desks: [{ organisationId: 'org-changzhi-energy', workdays: 2, decisions: 7 }],
};

describe('npm run ops -- what-if', () => {
  let achievements: Server;
  let asked: { url: string | undefined; body: unknown }[];
  let said: string[];
  beforeAll(async () => {
    achievements = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        asked.push({ url: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) });
        response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => achievements.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    [said, asked] = [[], []];
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    achievements.closeAllConnections();
    await new Promise((resolve) => achievements.close(resolve));
  });

  const run = (...args: string[]) =>
    whatIfOf(new ServiceClient([`http://127.0.0.1:${(achievements.address() as AddressInfo).port}`], 'only-for-specs-0123456789'), args);

  it('asks of a running window what is supposed, one thing or several at once', async () => {
    expect(await run('h1-2023', 'cut-off=2023-08-20', 'days-off=2023-08-16,2023-08-17', '--whole-limit')).toBe(0);
    expect(await run('h1-2023', 'away=org-changzhi-energy:2023-08-14:2023-08-20')).toBe(0);

    expect(asked).toEqual([
      {
        url: '/internal/windows/h1-2023/what-if',
        body: { cutOffOn: '2023-08-20', daysOff: ['2023-08-16', '2023-08-17'], pace: 'whole-limit' },
      },
      {
        url: '/internal/windows/h1-2023/what-if',
        body: { away: { organisationId: 'org-changzhi-energy', from: '2023-08-14', to: '2023-08-20' }, pace: 'as-until-now' },
      },
    ]);
  });

  it('says what it goes by, what comes otherwise, and what moves', async () => {
    await run('h1-2023', 'days-off=2023-08-16');

    expect(said).toEqual([
      'as of 2023-08-14, desks as they have worked until now',
      '  org-changzhi-energy: 2 working days, of 7 decisions',
      'as it is: transmitted 2',
      'otherwise: transmitted 1, carried-over 1',
      '1 otherwise or on another day',
      '  2023-000002 at org-changzhi-energy: transmitted 2023-08-18 → carried-over 2023-08-28',
      '  3 deadlines municipal: 2023-08-25 → 2023-08-29',
      'due meanwhile: 2023-000002',
    ]);
    said = [];
    await run('h1-2023', 'days-off=2023-08-16', '--json', '-');
    expect(JSON.parse(said.join('\n'))).toEqual(answer);
  });

  it.each([[['h1-2023']], [[]], [['h1-2023', 'later=2023-08-20']]])('says how it is asked for %j', async (args) => {
    await expect(run(...args)).rejects.toThrow('npm run ops -- what-if');
    expect(asked).toEqual([]);
  });
});
