import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import type { Divergence, Reconciliation, WorkflowOrder } from '@dengke/contract';
import { ServiceClient } from '@dengke/service-kit';
import { orderTo } from './orders';
import { reconciliationOf } from './reconcile';

const operator = userInfo().username;
const missing: Divergence = { subject: 'submission/2023-000017', kind: 'missing', because: 'in-review, fact 3' };
const inStep: Reconciliation = { looked: 4, silent: [], found: [], mended: [], left: [] };

describe('npm run ops: mending', () => {
  const houses: Partial<
    Record<string, { server: Server; asked: { method: string; url: string; body: unknown }[]; answer: Reconciliation }>
  > = {};
  let said: string[];
  const houseOf = (name: string) => houses[name]!;

  beforeAll(async () => {
    for (const name of ['accounts', 'achievements', 'notifications']) {
      const server = createServer((request, response) => {
        let text = '';
        request.on('data', (chunk: Buffer) => (text += chunk.toString()));
        request.on('end', () => {
          const { asked, answer } = houseOf(name);
          asked.push({ method: request.method ?? '', url: request.url ?? '', body: text === '' ? null : JSON.parse(text) });
          const isOrder = request.url === '/internal/workflow-orders';
          response.writeHead(isOrder ? 204 : 200, { 'content-type': 'application/json' }).end(isOrder ? undefined : JSON.stringify(answer));
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      houses[name] = { server, asked: [], answer: inStep };
    }
  });
  beforeEach(() => {
    said = [];
    Object.values(houses).forEach((house) => Object.assign(house!, { asked: [], answer: inStep }));
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    for (const house of Object.values(houses)) {
      house!.server.closeAllConnections();
      await new Promise((resolve) => house!.server.close(resolve));
    }
  });

  const client = (name: string) =>
    new ServiceClient([`http://127.0.0.1:${(houseOf(name).server.address() as AddressInfo).port}`], 'secret');
  const services = () => ({ accounts: client('accounts'), achievements: client('achievements'), notifications: client('notifications') });

  it('reconciles every service, says what was out of step, and who asked for it', async () => {
    houseOf('achievements').answer = { ...inStep, found: [missing], mended: [missing] };

    expect(await reconciliationOf(services(), ['--reason', 'after the restore', '--after', '0'])).toBe(0);

    expect(houseOf('accounts').asked).toEqual([
      { method: 'POST', url: '/internal/reconciliation', body: { after: 0, operator, reason: 'after the restore' } },
    ]);
    expect(said).toEqual([
      'accounts: 4 looked at, 0 out of step, 0 mended, 0 left',
      'achievements: 4 looked at, 1 out of step, 1 mended, 0 left',
      '  submission/2023-000017 missing: it is open, and Temporal knows no workflow of it (in-review, fact 3)',
      'notifications: 4 looked at, 0 out of step, 0 mended, 0 left',
    ]);
  });

  it('only looks when it is asked to, and fails for what it finds', async () => {
    houseOf('notifications').answer = { ...inStep, found: [missing] };

    expect(await reconciliationOf(services(), ['--dry-run', '--after', '0'])).toBe(1);
    expect(houseOf('achievements').asked).toEqual([{ method: 'GET', url: '/internal/reconciliation?after=0', body: null }]);
  });

  it.each<Partial<Reconciliation>>([{ found: [missing], left: [missing] }, { silent: ['window/h1-2023'] }])(
    'fails where something is left or says nothing: %j',
    async (answer) => {
      houseOf('achievements').answer = { ...inStep, ...answer };

      expect(await reconciliationOf(services(), ['--after', '0'])).toBe(1);
    },
  );

  it.each<[string, string, WorkflowOrder, string]>([
    ['2023-000017', 'submission/2023-000017', 'rebuild', 'achievements'],
    ['window/h1-2023', 'window/h1-2023', 'pause', 'achievements'],
    ['credentialApplication/a1', 'credentialApplication/a1', 'refresh', 'accounts'],
    ['notice/n1', 'notice/n1', 'tell', 'notifications'],
  ])('gives an order about %s to whoever has its ledger', async (what, workflowId, order, owner) => {
    expect(await orderTo(services(), order, [what, '--reason', 'inspection'])).toBe(0);

    expect(houseOf(owner).asked).toEqual([
      { method: 'POST', url: '/internal/workflow-orders', body: { order, workflowId, operator, reason: 'inspection' } },
    ]);
  });

  it('wants a workflow that follows a ledger, and a reason', async () => {
    await expect(orderTo(services(), 'pause', ['2023-000017'])).rejects.toThrow('Which workflow, and why?');
    await expect(orderTo(services(), 'pause', ['reminder-round', '--reason', 'x'])).rejects.toThrow('No ledger is followed by');
    await expect(reconciliationOf(services(), ['--after', 'soon'])).rejects.toThrow('--after takes milliseconds');
  });
});
