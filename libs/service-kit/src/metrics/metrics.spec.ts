import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Injectable, Module, Param } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { anEnvironment, someTokens } from '@dengke/test-kit';
import { createService } from '../boot/create-service';
import { readConfig } from '../config/config';
import { ServiceConfig } from '../config/service-config';
import { inTransaction } from '../database/transaction';
import { Follows } from '../feed/feed-reader';
import type { FeedReader } from '../feed/feed-reader';
import { Public } from '../http/access';
import { Ledger } from '../ledger/ledger';
import { aLedgerHouse } from '../testing/ledger-house';
import type { LedgerHouse } from '../testing/ledger-house';

@Controller('things')
class ThingsController {
  @Get(':name')
  @Public()
  one(@Param('name') name: string): { name: string } {
    return { name };
  }
}

/** Of a service that is away. */
@Injectable()
@Follows('accounts')
class Replica implements FeedReader {
  async apply(): Promise<void> {}
}

/** Of one that takes connections and, while it hangs, never answers. */
@Injectable()
@Follows('achievements')
class OfOneThatHangs implements FeedReader {
  async apply(): Promise<void> {}
}

/** Of one that is there. */
@Injectable()
@Follows('notifications')
class OfOneThatAnswers implements FeedReader {
  async apply(): Promise<void> {}
}

@Module({ controllers: [ThingsController], providers: [Replica, OfOneThatHangs, OfOneThatAnswers] })
class ThingsModule {}

/** The lines of one metric, `name{labels} value`. */
const linesOf = (text: string, name: string): string[] =>
  text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));

describe('the metrics of a service', () => {
  let house: LedgerHouse;
  let app: NestFastifyApplication;
  let secret: string;
  const page = JSON.stringify({ entries: [], head: 3 });
  let isHanging = false;
  const hangs = createServer((_, answer) => (isHanging ? undefined : answer.end(page)));
  const answers = createServer((_, answer) => answer.end(page));

  beforeAll(async () => {
    house = await aLedgerHouse('metrics');
    const urlOf = async (server: typeof hangs): Promise<string> => {
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    };
    const others = { DENGKE_ACHIEVEMENTS_URL: await urlOf(hangs), DENGKE_NOTIFICATIONS_URL: await urlOf(answers) };
    const { authority } = await someTokens();
    const config = readConfig(ServiceConfig, anEnvironment({ DENGKE_DATABASE_URL: house.database.url, ...others }));
    secret = config.serviceSecret;
    app = await createService({ title: 'things', module: ThingsModule, config, authority, background: false });
  });
  afterAll(async () => {
    await app.close();
    await house.close();
    [hangs, answers].forEach((server) => server.close().closeAllConnections());
  });

  const read = async (): Promise<string> => {
    const answer = await app.inject({ method: 'GET', url: '/internal/metrics', headers: { 'x-dengke-service': secret } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    return answer.payload;
  };

  it('are for the house alone', async () => {
    expect((await app.inject({ method: 'GET', url: '/internal/metrics' })).statusCode).toBe(401);
    const other = await app.inject({ method: 'GET', url: '/internal/metrics', headers: { 'x-dengke-service': 'another' } });
    expect(other.statusCode).toBe(401);
  });

  it('say what workflows were not told, and how long that waits', async () => {
    expect(linesOf(await read(), 'dengke_facts_untold')).toEqual(['dengke_facts_untold 0']);
    expect(linesOf(await read(), 'dengke_facts_untold_age_seconds')).toEqual(['dengke_facts_untold_age_seconds 0']);
    await inTransaction(app.get(DataSource), (manager) => app.get(Ledger).record(manager, 'submission/1', house.entry()));

    const text = await read();
    expect(linesOf(text, 'dengke_facts_untold')).toEqual(['dengke_facts_untold 1']);
    expect(linesOf(text, 'dengke_entries_unnumbered')).toEqual(['dengke_entries_unnumbered 1']);
    expect(Number(linesOf(text, 'dengke_facts_untold_age_seconds')[0]?.split(' ')[1])).toBeGreaterThan(0);
  });

  it('say all that is known while another service is away and one hangs, before Prometheus gives up, and nothing of their feeds', async () => {
    isHanging = true;
    const asked = performance.now();
    const text = await read();
    const seconds = (performance.now() - asked) / 1_000;
    isHanging = false;

    expect(linesOf(text, 'dengke_facts_untold')).toHaveLength(1);
    expect(linesOf(text, 'dengke_workflows_paused')).toHaveLength(1);
    expect(linesOf(text, 'dengke_feed_unread')).toEqual(['dengke_feed_unread{feed="notifications"} 3']);
    expect(seconds).toBeLessThan(10);
  });

  it('count what was answered by the pattern of its route, never by what was asked for', async () => {
    await app.inject({ method: 'GET', url: '/things/a-secret-name' });
    await app.inject({ method: 'GET', url: '/things/another-name' });

    const text = await read();
    expect(linesOf(text, 'dengke_http_request_seconds_count')).toContain(
      'dengke_http_request_seconds_count{method="GET",route="/things/:name",status="200"} 2',
    );
    expect(text).not.toContain('a-secret-name');
  });
});
