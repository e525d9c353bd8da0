import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serviceSecretHeader } from '@dengke/contract';
import type { SubmissionExplained, WorkflowLook } from '@dengke/contract';
import { ServiceClient } from '@dengke/service-kit';
import { explainOf } from './explain';
import { overviewOf } from './overview';
import { stuckOf } from './stuck';

const secret = 'only-for-specs-0123456789';
const serial = '2023-000017';
const at = '2023-08-14T02:00:00.000Z';
const dueAt = '2023-08-25T16:00:00.000Z';

const aWorkflow: WorkflowLook = {
  ...{ workflowId: `submission/${serial}`, runId: 'run', status: 'RUNNING', startedAt: at, historyLength: 14 },
  ...{ lastFact: 3, activities: [], taskAttempts: 0 },
  progress: { lastFact: 3, state: 'in-review', waitsUntil: dueAt, paused: false },
  timers: [{ at: dueAt, meaning: '市能源局 decides' }],
};
const explained: SubmissionExplained = {
  progress: {
    ...{ serial, state: 'in-review', stage: 'municipal', round: 1, mode: 'window', deskId: 'org-city' },
    ...{ dueAt, dueProvisional: false, registrationNumber: null, lastFact: 3 },
  },
  ...{ unitId: 'unit-a', submitterId: 'liu', windowId: 'h1-2023', escalatedAt: null, untold: [], workflow: aWorkflow },
  stages: [
    {
      ...{ kind: 'municipal', round: 1, deskId: 'org-city', startedAt: at, openedAt: at, claimedBy: null },
      ...{ decision: null, decidedBy: null, decidedAt: null },
    },
  ],
  deadlines: [
    {
      ...{
        about: 'municipal',
        round: 1,
        dueOn: '2023-08-28',
        provisional: false,
        startOn: '2023-08-15',
        calendarVersion: 1,
        state: 'open',
      },
      binding: { on: '2023-08-25', because: 'cut-off' },
      rule: { value: 10, unit: 'workdays', source: 'S30' },
      skipped: [{ date: '2023-08-19', reason: 'weekend', name: null }],
    },
  ],
  timeline: [{ number: 3, act: 'open', at, by: 'wang', organisationId: 'org-city', state: 'in-review', stage: 'municipal' }],
};
const atRest = { outbox: 0, unnumbered: 0, unread: {} };

describe('npm run ops: looking', () => {
  let house: Server;
  let answers: Record<string, unknown>;
  let said: string[];

  beforeAll(async () => {
    house = createServer((request, response) => {
      const known = request.headers[serviceSecretHeader] === secret ? answers[request.url ?? ''] : undefined;
      const body = known ?? { type: 'urn:dengke:problem:not-found', title: 'Not found', status: 404, code: 'NOT_FOUND' };
      response.statusCode = known === undefined ? 404 : 200;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => house.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    said = [];
    answers = {
      '/internal/rest': atRest,
      '/internal/messages/count': { messages: 7, mails: { waiting: 0, sent: 6, dead: 0 } },
      '/internal/operations/standings': [{ state: 'in-review', stage: 'municipal', open: 4, late: 1, escalated: 0, onHold: 0 }],
      '/internal/operations/submissions/stuck': [{ serial, state: 'in-review', deskId: 'org-city', dueAt, reasons: ['late'] }],
      '/internal/operations/untold': [],
      '/internal/operations/workflows/stuck': { looked: 4, more: false, stuck: [] },
      [`/internal/operations/submissions/${serial}`]: explained,
      [`/internal/messages/of/${serial}`]: [{ at, kind: 'submission.release', recipientId: 'wang', readAt: null, mail: 'sent' }],
    };
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    jest.spyOn(console, 'table').mockImplementation((rows: unknown) => void said.push(JSON.stringify(rows)));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    house.closeAllConnections();
    await new Promise((resolve) => house.close(resolve));
  });

  const client = () => new ServiceClient([`http://127.0.0.1:${(house.address() as AddressInfo).port}`], secret);
  const services = () => ({ accounts: client(), achievements: client(), notifications: client() });
  const stuck = () => stuckOf(services(), ['--after', '0']);

  it('explains a submission on one page: whose it is, what is waited for and why, what was told', async () => {
    expect(await explainOf(services(), [serial])).toBe(0);

    const page = said.join('\n');
    expect(page).toContain('timer 2023-08-25T16:00:00.000Z: 市能源局 decides');
    expect(page).toContain('2023-08-25 by the cut-off · 10 workdays from 2023-08-15 to 2023-08-28 (S30) · passed over: 2023-08-19 weekend');
    expect(page).toContain('3. 2023-08-14T02:00:00.000Z open by wang for org-city → in-review at municipal');
    expect(page).toContain('submission.release to wang · unread · mail sent');
    await expect(explainOf(services(), ['nothing'])).rejects.toThrow('Which submission?');
    await expect(explainOf(services(), ['2023-999999'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<[string, Partial<SubmissionExplained>, string]>([
    ['no workflow', { workflow: null }, 'Temporal knows no workflow of it'],
    ['an ended workflow', { workflow: { ...aWorkflow, status: 'TERMINATED', progress: null } }, 'TERMINATED though it is open'],
    ['one that is behind', { progress: { ...explained.progress, lastFact: 4 }, untold: [4] }, 'has not been told 4'],
    [
      'one that fails',
      { workflow: { ...aWorkflow, activities: [{ activity: 'escalate', attempt: 9, failure: 'UNEXPECTED' }] } },
      'escalate fails (UNEXPECTED), try 9',
    ],
  ])('fails, and says why, for a submission with %s', async (_, change, doubt) => {
    answers[`/internal/operations/submissions/${serial}`] = { ...explained, ...change };

    expect(await explainOf(services(), [serial])).toBe(1);
    expect(said.join('\n')).toContain(doubt);
  });

  it('shows the whole house at a glance', async () => {
    expect(await overviewOf(services())).toBe(0);

    expect(said[0]).toBe('4 submissions are open');
    expect(said.join('\n')).toContain('"achievements":{"untold":0,"unnumbered":0,"lag":0,"putAside":0}');
    expect(said.at(-1)).toBe('7 messages; mails: 0 waiting, 6 sent, 0 dead');
  });

  it('tells what waits for people, and is content', async () => {
    expect(await stuck()).toBe(0);
    expect(said).toContain(`  ${serial} in-review at org-city, due ${dueAt}: late`);
  });

  it('fails where something of the house stands still, each with its line', async () => {
    answers['/internal/rest'] = { outbox: 2, unnumbered: 4, unread: { accounts: 3 }, deadLetters: 1 };
    answers['/internal/messages/count'] = { messages: 7, mails: { dead: 1 } };
    answers['/internal/operations/untold'] = [{ subject: `submission/${serial}`, facts: 2, since: at }];
    const failing = { workflowId: 'window/h1-2023', status: 'RUNNING', because: 'settleCutOff failed (UNEXPECTED), try 12' };
    answers['/internal/operations/workflows/stuck'] = { looked: 4, more: true, stuck: [failing] };

    expect(await stuck()).toBe(1);
    expect(said).toEqual(
      expect.arrayContaining([
        '4 running workflows looked at; there are more',
        '  window/h1-2023 (RUNNING): settleCutOff failed (UNEXPECTED), try 12',
        `  submission/${serial}: 2 facts were not told, since ${at}`,
        '  accounts: 2 facts were not told',
        '  achievements: 4 entries have no number of the feed',
        '  achievements: 3 feed entries were not read',
        '  notifications: 1 feed entries were put aside',
        '  1 mails were given up: npm run ops -- dead-letters',
      ]),
    );
  });
});
