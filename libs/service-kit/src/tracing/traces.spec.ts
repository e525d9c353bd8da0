import { Controller, Injectable, Module, Param, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { anEnvironment, ATraceCollector, someTokens } from '@dengke/test-kit';
import type { CollectedSpan } from '@dengke/test-kit';
import { createService } from '../boot/create-service';
import { readConfig } from '../config/config';
import { ServiceConfig } from '../config/service-config';
import { inTransaction } from '../database/transaction';
import { Public } from '../http/access';
import { Ledger } from '../ledger/ledger';
import { Relay } from '../ledger/relay';
import { Relays } from '../ledger/relay-target';
import type { RelayTarget } from '../ledger/relay-target';

import { aLedgerHouse, at } from '../testing/ledger-house';
import type { LedgerHouse } from '../testing/ledger-house';
import { presentTrace, traces } from './traces';

/** Stands where Temporal does, and keeps what a signal would carry. */
@Injectable()
@Relays('submission/')
class Workflows implements RelayTarget {
  readonly signals: (string | null)[] = [];

  async send(): Promise<void> {
    await Promise.resolve();
    this.signals.push(traces.traceparent);
  }
}

@Controller('submissions')
class SubmissionsController {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
  ) {}

  @Post(':serial/release/:reason')
  @Public()
  async release(@Param('serial') serial: string, @Param('reason') reason: string): Promise<{ trace: string }> {
    await this.database.query('SELECT subject FROM ledger_head WHERE subject = ?', [reason]);
    const entry = { kind: 'released', actId: reason, at, by: 'p1', organisationId: 'o1', detail: {}, relay: true };
    await inTransaction(this.database, (manager) => this.ledger.record(manager, `submission/${serial}`, entry));
    return { trace: presentTrace()?.traceId ?? '' };
  }
}

@Module({ controllers: [SubmissionsController], providers: [Workflows] })
class SubmissionsModule {}

const traceId = '0af7651916cd43dd8448eb211c80319c';
const browser = 'b7ad6b7169203331';

describe('the traces of a service', () => {
  let house: LedgerHouse;
  let collector: ATraceCollector;
  let app: NestFastifyApplication;

  const boot = async (more: Record<string, string>) => {
    const { authority } = await someTokens();
    const config = readConfig(ServiceConfig, anEnvironment({ DENGKE_DATABASE_URL: house.database.url, ...more }));
    app = await createService({ title: 'submissions', module: SubmissionsModule, config, authority, background: false });
  };
  const release = (reason: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: `/submissions/2023-000001/release/${reason}`, headers });
  const spans = async (): Promise<CollectedSpan[]> => {
    await traces.flush();
    return collector.spans;
  };

  beforeAll(async () => {
    house = await aLedgerHouse('traces');
    collector = await ATraceCollector.begin();
  });
  beforeEach(() => house.clear());
  afterEach(() => app.close());
  afterAll(async () => {
    traces.begin('submissions', undefined, () => undefined);
    await collector.end();
    await house.close();
  });

  it('begin where a browser’s ends, and go on into SQL, the outbox and the signal', async () => {
    await boot({ DENGKE_OTLP_URL: collector.url });

    const answer = await release('act-1', { traceparent: `00-${traceId}-${browser}-01` });
    await app.get(Relay).sweep();

    const found = await spans();
    const request = found.find(({ name }) => name === 'POST /submissions/:serial/release/:reason');
    const relay = found.find(({ name }) => name === 'relay');
    expect([answer.json<{ trace: string }>().trace, answer.headers['x-trace-id']]).toEqual([traceId, traceId]);
    expect(new Set(found.map((span) => span.traceId))).toEqual(new Set([traceId]));
    expect(request).toMatchObject({ parentSpanId: browser, service: 'submissions', attributes: { 'http.response.status_code': '201' } });
    expect(request?.attributes).not.toHaveProperty('dengke.subject');
    const statements = found
      .filter(({ name, parentSpanId }) => parentSpanId === request?.spanId && name !== 'relay')
      .map(({ name }) => name);
    expect(statements).toEqual(['SELECT', 'START', 'BEGIN', 'BEGIN', 'COMMIT']);
    expect(relay).toMatchObject({ parentSpanId: request?.spanId, attributes: { 'dengke.subject': 'submission/2023-000001' } });
    expect(app.get(Workflows).signals).toEqual([`00-${traceId}-${relay?.spanId}-01`]);
  });

  it('hold no value of a statement and no address', async () => {
    await boot({ DENGKE_OTLP_URL: collector.url });

    await release(encodeURIComponent('13900000000'));
    await app.get(Relay).sweep();

    const texts = JSON.stringify(await spans());
    expect(texts).toContain('WHERE subject = ?');
    expect(texts).not.toContain('13900000000');
  });

  it('are not kept of what nobody asked for', async () => {
    await boot({ DENGKE_OTLP_URL: collector.url });
    const before = (await spans()).length;

    await app.inject({ method: 'GET', url: '/health/live' });
    await app.get(Relay).sweep();

    expect(await spans()).toHaveLength(before);
  });

  it('cost nothing where no collector is named: no column, no header', async () => {
    await boot({});
    const before = collector.spans.length;

    await release('act-2', { traceparent: `00-${traceId}-${browser}-01` });

    expect(await house.source.query('SELECT trace FROM outbox')).toEqual([{ trace: null }]);
    await app.get(Relay).sweep();
    expect([app.get(Workflows).signals, (await spans()).length]).toEqual([[null], before]);
  });

  it('stop nobody when the collector is away', async () => {
    await boot({ DENGKE_OTLP_URL: 'http://127.0.0.1:1' });

    const answer = await release('act-3');

    await traces.flush();
    expect(answer.statusCode).toBe(201);
  });
});
