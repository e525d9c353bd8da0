import { Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { anEnvironment, httpOf, someTokens, TemporalStandIn } from '@dengke/test-kit';
import type { Arrival } from '@dengke/test-kit';
import { messageNames } from '@dengke/contract';
import type { Reconciliation, WorkflowProgress } from '@dengke/contract';
import { createService } from '../boot/create-service';
import { readConfig } from '../config/config';
import { ServiceConfig } from '../config/service-config';
import type { LedgerEntry } from '../ledger/hash-chain';
import { Ledger } from '../ledger/ledger';
import { Relay } from '../ledger/relay';
import { Relays } from '../ledger/relay-target';
import type { RelayTarget, WantedWorkflow } from '../ledger/relay-target';
import { Metrics } from '../metrics/metrics';
import { TemporalClient } from '../temporal/temporal-client';
import { Reconciler } from './reconciler';
import { aLedgerHouse } from '../testing/ledger-house';
import type { LedgerHouse } from '../testing/ledger-house';

interface Fact {
  number: number;
  state: string;
  dueAt: string | null;
}
const dueAt = '2023-08-25T16:00:00.000Z';
const issuedAt = '2023-08-07T02:00:00.000Z';
const factOf = ({ number, detail }: LedgerEntry): Fact => ({ number, ...(detail as Omit<Fact, 'number'>) });

@Injectable()
@Relays('thing/')
class ThingRelay implements RelayTarget {
  constructor(private readonly temporal: TemporalClient) {}

  async send(subject: string, entries: LedgerEntry[]): Promise<void> {
    await this.temporal.call(({ workflow }) =>
      workflow.signalWithStart<() => Promise<void>, [{ facts: Fact[] }]>('thing', {
        ...{ workflowId: subject, taskQueue: 'registration', signal: 'facts', signalArgs: [{ facts: entries.map(factOf) }] },
      }),
    );
  }

  wanted(entries: readonly LedgerEntry[]): WantedWorkflow {
    const { state, number, dueAt: due } = entries.map(factOf).at(-1) as Fact;
    const told = entries[0]?.subject.startsWith('thing/letter') === true ? { tellsOf: issuedAt } : {};
    return { type: 'thing', isOver: state === 'over', ...told, state, waitsUntil: [due], attributes: { LastFact: number, Window: null } };
  }
}

@Module({ providers: [ThingRelay] })
class ThingsModule {}

describe('reconciling', () => {
  let house: LedgerHouse;
  let app: NestFastifyApplication;
  let temporal: TemporalStandIn;
  let http: ReturnType<ReturnType<typeof httpOf>['house']>;

  /** Does what a workflow does: follows in order, reads all again when it is refreshed, ends when it is over, can be paused. */
  async function follow({ workflow, name, args }: Arrival): Promise<void> {
    const { facts } = (args[0] ?? {}) as { facts?: Fact[] };
    const before = workflow.progress ?? { lastFact: 0, state: '', waitsUntil: null, paused: false };
    if (name === messageNames.pause || name === messageNames.resume) {
      const { lastFact, state, waitsUntil } = before;
      const pause = name === messageNames.pause ? { paused: true, pausedFor: (args[0] as { reason: string }).reason } : { paused: false };
      workflow.progress = { lastFact, state, waitsUntil, ...pause };
      return;
    }
    const known = name === messageNames.refresh ? (await app.get(Ledger).entriesAfter(workflow.workflowId, 0)).map(factOf) : (facts ?? []);
    const reached = name === messageNames.refresh ? 0 : before.lastFact;
    const news = known.filter(({ number }) => number > reached);
    const last = news[0]?.number === reached + 1 ? news.at(-1) : undefined;
    if (last !== undefined) {
      workflow.progress = { ...before, lastFact: last.number, state: last.state, waitsUntil: last.dueAt };
      workflow.searchAttributes['LastFact'] = [last.number];
      workflow.status = last.state === 'over' ? 'COMPLETED' : 'RUNNING';
    }
  }

  beforeAll(async () => {
    house = await aLedgerHouse('reconcile');
    temporal = new TemporalStandIn(follow);
    const tokens = await someTokens();
    const config = readConfig(ServiceConfig, anEnvironment({ DENGKE_DATABASE_URL: house.database.url }));
    app = await createService({ title: 'things', module: ThingsModule, config, authority: tokens.authority, background: false });
    app.get(TemporalClient).call = temporal.call as TemporalClient['call'];
    http = httpOf(app, tokens).house(config.serviceSecret);
  });
  beforeEach(async () => {
    await house.clear();
    temporal.workflows.clear();
  });
  afterAll(async () => {
    await app.close();
    await house.close();
  });

  /** So many open facts, or one ending; told, or fallen out of the outbox. */
  const facts = async (id: string, count: number, state = 'open', told = true): Promise<string> => {
    const subject = `thing/${id}`;
    for (let made = 0; made < count; made += 1) {
      await house.act(subject, { detail: { state, dueAt: state === 'over' ? null : dueAt } });
    }
    if (told) {
      await app.get(Relay).sweep();
    } else {
      await house.source.query('UPDATE outbox SET relayed = 0 WHERE subject = ?', [subject]);
      await app.get(Relay).sweep();
    }
    return subject;
  };
  const running = (subject: string) => temporal.workflows.get(subject)!;
  const says = (subject: string, own: Partial<WorkflowProgress>): void => {
    running(subject).progress = { lastFact: 1, state: 'open', waitsUntil: dueAt, paused: false, ...own };
  };
  const look = async () => (await http.get<Reconciliation>('/internal/reconciliation?after=0')).body;
  const mend = async () =>
    (await http.post<Reconciliation>('/internal/reconciliation', { after: 0, operator: 'op', reason: 'the nightly round' })).body;

  const planted: [string, (subject: string) => unknown][] = [
    ['missing', (subject) => temporal.workflows.delete(subject)],
    ['ended', (subject) => (running(subject).status = 'TERMINATED')],
    ['misfit', (subject) => (running(subject).taskQueue = 'nobody')],
    ['behind', () => facts('1', 1, 'open', false)],
    ['goes-on', () => facts('1', 1, 'over', false)],
    ['orphan', () => house.clear()],
    ['ahead', (subject) => says(subject, { lastFact: 9 })],
    ['astray', (subject) => says(subject, { state: 'elsewhere' })],
    ['wrong-deadline', (subject) => says(subject, { waitsUntil: '2023-08-26T16:00:00.000Z' })],
    ['wrong-attributes', (subject) => (running(subject).searchAttributes['Window'] = ['h1-2023'])],
    ['unfed', (subject) => house.source.query('DELETE FROM feed_number').then(() => subject)],
  ];

  it.each(planted)('finds and mends what is %s, and then finds nothing', async (kind, plant) => {
    const subject = await facts('1', 1);
    await facts('healthy', 2);
    await plant(subject);

    const { found, mended, left } = await mend();
    await app.get(Relay).sweep();

    expect(found.filter((one) => one.subject === subject)).toEqual([{ subject, kind, because: expect.any(String) as string }]);
    expect([mended, left]).toEqual([found, []]);
    expect(await look()).toMatchObject({ found: [], silent: [] });
  });

  it('finds nothing where all is in step, paused or over, told or about to be', async () => {
    await facts('open', 3);
    await facts('over', 1, 'over');
    says(await facts('paused', 1), { paused: true, pausedFor: 'inspection' });
    temporal.add('reminder-round', 'reminderRound');
    await house.act('thing/untold', { detail: { state: 'open', dueAt } });
    await house.act('other/1', { detail: {} });

    expect(await look()).toEqual({ looked: 3, silent: [], found: [], mended: [], left: [] });
  });

  it('leaves one alone as long as it tells people of its last fact, and no longer', async () => {
    const letters = { open: await facts('letter-1', 1), over: await facts('letter-2', 1, 'over') };
    running(letters.over).status = 'RUNNING';
    running(letters.open).searchAttributes = {};
    says(letters.open, { waitsUntil: issuedAt });
    says(letters.over, { waitsUntil: issuedAt, state: 'over' });
    expect(await look()).toMatchObject({ looked: 2, found: [] });

    says(letters.open, {});
    says(letters.over, { waitsUntil: null, state: 'over' });
    expect((await look()).found.map(({ subject, kind }) => `${subject} ${kind}`).sort()).toEqual([
      'thing/letter-1 wrong-attributes',
      'thing/letter-2 goes-on',
    ]);
  });

  it('says of which it can say nothing, and leaves them alone', async () => {
    const subject = await facts('1', 1);
    running(subject).progress = null;

    expect(await mend()).toMatchObject({ silent: [subject], found: [], mended: [] });
    expect(running(subject).status).toBe('RUNNING');
  });

  it('says what is left when nothing helped', async () => {
    const subject = await facts('1', 1);
    temporal.workflows.delete(subject);
    app.get(Reconciler).mendedWithinMs = 200;
    jest.spyOn(app.get(ThingRelay), 'send').mockResolvedValue();

    const { found, left } = await mend();

    expect(left).toEqual(found);
    jest.restoreAllMocks();
  });

  it('mends the others where a remedy fails, and says of that one that it is left', async () => {
    const [failing, other] = [await facts('1', 1), await facts('2', 1)];
    [failing, other].forEach((subject) => temporal.workflows.delete(subject));
    const relay = app.get(ThingRelay);
    const send = relay.send.bind(relay);
    jest
      .spyOn(relay, 'send')
      .mockImplementation((subject, entries) =>
        subject === failing ? Promise.reject(new Error('no worker answers')) : send(subject, entries),
      );

    const { mended, left } = await mend();

    expect([mended, left].map((some) => some.map(({ subject }) => subject))).toEqual([[other], [failing]]);
    jest.restoreAllMocks();
  });

  it('keeps in its ledger who did what and why, beside a name that can be erased', async () => {
    const subject = await facts('1', 1);
    temporal.workflows.delete(subject);
    await mend();

    const [entry] = await app.get(Ledger).timeline(`operations/${subject}`);

    expect(entry).toMatchObject({ kind: 'rebuild', by: null, detail: { workflowId: subject } });
    expect(entry?.text).toEqual({ operator: 'op', reason: 'the nightly round' });
  });

  it('keeps that all was taken out, by whom and why, once however often it is told', async () => {
    const id = '0193a5a4-1c1e-7c3a-9d52-2f6f0d1a7b11';
    const done = { id, kind: 'export', operator: 'op', reason: 'another system' };
    expect((await http.post('/internal/operations', done)).status).toBe(204);
    expect((await http.post('/internal/operations', done)).status).toBe(204);
    expect((await http.post('/internal/operations', { id, kind: 'export', operator: 'op' })).body).toMatchObject({ code: 'INVALID_INPUT' });

    const entries = await app.get(Ledger).timeline('operations/house');

    expect(entries.map(({ kind, text }) => ({ kind, text }))).toEqual([
      { kind: 'export', text: { operator: 'op', reason: 'another system' } },
    ]);
  });

  it('counts for a Prometheus what operators hold back, until they let it go or it has ended', async () => {
    const subject = await facts('1', 1);
    const order = (name: string, workflowId = subject) =>
      http.post('/internal/workflow-orders', { order: name, workflowId, operator: 'op', reason: 'an inspection' });
    const paused = async () => /^dengke_workflows_paused (\d+)$/m.exec(await app.get(Metrics).text())?.[1];
    await order('pause', await facts('other', 1));
    await order('pause');
    await order('rebuild');
    expect(await paused()).toBe('2');

    await order('resume');
    expect(await paused()).toBe('1');
    await order('pause');
    expect(await paused()).toBe('2');
    await facts('1', 1, 'over');
    expect(await paused()).toBe('1');
  });

  it('takes an operator’s order to one workflow, keeps a pause over a rebuilding, and refuses what it does not follow', async () => {
    const subject = await facts('1', 2);
    const order = (name: string, workflowId = subject) =>
      http.post('/internal/workflow-orders', { order: name, workflowId, operator: 'op', reason: 'an inspection' });

    expect((await order('pause')).status).toBe(204);
    expect((await order('rebuild')).status).toBe(204);
    expect(running(subject).progress).toMatchObject({ lastFact: 2, paused: true, pausedFor: 'an inspection' });
    const paused = running(subject).progress;
    running(subject).progress = null;
    expect((await order('rebuild')).body).toMatchObject({ code: 'UNAVAILABLE' });
    running(subject).progress = paused;
    await order('resume');
    expect(running(subject).progress).toMatchObject({ paused: false });

    expect((await order('rebuild', 'thing/unknown')).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await order('rebuild', 'other/1')).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await order('terminate')).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await order('shred')).body).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
