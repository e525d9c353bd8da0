import { Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { anEnvironment, eventually, httpOf, someTokens } from '@dengke/test-kit';
import type { FeedPage, Rest } from '@dengke/contract';
import { BackgroundLoop } from '../boot/background-loop';
import { createService } from '../boot/create-service';
import { readConfig } from '../config/config';
import { ServiceConfig } from '../config/service-config';
import { apart, inTransaction } from '../database/transaction';
import { aLedgerHouse } from '../testing/ledger-house';
import type { LedgerHouse } from '../testing/ledger-house';
import { Ledger } from './ledger';
import type { LedgerEntry } from './hash-chain';
import { Relay } from './relay';
import { Relays } from './relay-target';
import type { RelayTarget } from './relay-target';

/** Stands where Temporal does: takes what it is sent, and can be away. */
@Injectable()
@Relays('submission/')
class Workflows implements RelayTarget {
  readonly received: { subject: string; numbers: number[] }[] = [];
  away: (subject: string) => boolean = (subject) => subject.startsWith('submission/poison');

  async send(subject: string, entries: LedgerEntry[]): Promise<void> {
    await Promise.resolve();
    if (this.away(subject)) {
      throw new Error('Temporal is away');
    }
    this.received.push({ subject, numbers: entries.map(({ number }) => number) });
  }

  numbersOf(subject: string): number[] {
    return this.received.filter((signal) => signal.subject === subject).flatMap(({ numbers }) => numbers);
  }
}

@Module({ providers: [Workflows] })
class SubmissionsModule {}

describe('the relay', () => {
  let house: LedgerHouse;
  let app: NestFastifyApplication;
  let workflows: Workflows;

  const boot = async (background: boolean) => {
    const tokens = await someTokens();
    const config = readConfig(ServiceConfig, anEnvironment({ DENGKE_DATABASE_URL: house.database.url }));
    app = await createService({ title: 'submissions', module: SubmissionsModule, config, authority: tokens.authority, background });
    workflows = app.get(Workflows);
    return httpOf(app, tokens).house(config.serviceSecret);
  };
  const act = (subject: string) => inTransaction(app.get(DataSource), (manager) => app.get(Ledger).record(manager, subject, house.entry()));
  const sweep = () => app.get(Relay).sweep();
  /** MariaDB's thread that holds a transaction open and waits; for an instant after its last answer it still counts as busy. */
  const idleInTransaction = async (): Promise<number | false> => {
    const [own] = await house.source.query<{ id: number }[]>(
      "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND command = 'Sleep' AND id IN (SELECT trx_mysql_thread_id FROM information_schema.innodb_trx)",
    );
    return own?.id ?? false;
  };

  beforeAll(async () => {
    house = await aLedgerHouse('relay');
  });
  beforeEach(() => house.clear());
  afterEach(() => app.close());
  afterAll(() => house.close());

  it('sends a subject’s facts in their order, those that wait together as one signal', async () => {
    await boot(false);
    for (let i = 0; i < 6; i += 1) {
      await act(`submission/${i % 2}`);
    }

    await sweep();

    expect([...workflows.received].sort((a, b) => a.subject.localeCompare(b.subject))).toEqual([
      { subject: 'submission/0', numbers: [1, 2, 3] },
      { subject: 'submission/1', numbers: [1, 2, 3] },
    ]);
    expect(await sweep()).toEqual({ numbered: 0, sent: 0 });
  });

  it('keeps what could not be sent and sends it later, in order, while acts go on', async () => {
    const http = await boot(true);
    workflows.away = () => true;
    for (let i = 0; i < 5; i += 1) {
      await act('submission/1');
    }
    expect((await http.get<Rest>('/internal/rest')).body.outbox).toBe(5);

    workflows.away = () => false;

    await eventually(() => expect(workflows.numbersOf('submission/1')).toEqual([1, 2, 3, 4, 5]));
    await eventually(async () => expect((await http.get<Rest>('/internal/rest')).body).toEqual({ outbox: 0, unnumbered: 0, unread: {} }));
  });

  it('delays no other subject by one that fails', async () => {
    await boot(true);
    await act('submission/poison');
    await Promise.all(Array.from({ length: 20 }, (_, i) => act(`submission/${i}`)));

    await eventually(() => expect(workflows.received).toHaveLength(20));
  });

  it('starves no subject behind many that fail for good', async () => {
    for (let i = 0; i < 150; i += 1) {
      await house.act(`submission/poison-${i}`);
    }
    await house.act('submission/good');
    await boot(true);

    await eventually(() => expect(workflows.numbersOf('submission/good')).toEqual([1]));
  });

  it('sends again what it had sent when it died before noting so', async () => {
    await boot(false);
    await act('submission/1');
    const send = workflows.send.bind(workflows);
    workflows.send = async (subject, entries) => {
      await send(subject, entries);
      await apart(async () => {
        await house.source.query(`KILL ${await eventually(idleInTransaction)}`);
      });
      workflows.send = send;
    };

    await expect(sweep()).rejects.toThrow();
    await eventually(() => sweep());

    expect(workflows.numbersOf('submission/1')).toEqual([1, 1]);
    expect(await house.source.query('SELECT * FROM outbox')).toEqual([]);
  });

  it('is rung by a commit, and works off what a dead process left', async () => {
    await house.act('submission/left');
    await boot(true);
    await eventually(() => expect(workflows.numbersOf('submission/left')).toEqual([1]));

    const rung = jest.spyOn(BackgroundLoop.prototype, 'ring');
    await act('submission/new');

    expect(rung).toHaveBeenCalled();
    rung.mockRestore();
    await eventually(() => expect(workflows.numbersOf('submission/new')).toEqual([1]));
  });

  it('holds up no act while it sends', async () => {
    await boot(false);
    await act('submission/1');
    let arrive: (() => void) | undefined;
    const send = workflows.send.bind(workflows);
    workflows.send = async (subject, entries) => {
      await new Promise<void>((resolve) => (arrive = resolve));
      await send(subject, entries);
    };
    const sweeping = sweep();
    await eventually(() => arrive !== undefined);

    await act('submission/1');
    await act('submission/2');
    workflows.send = send;
    arrive?.();
    await sweeping;
    await sweep();

    expect(workflows.numbersOf('submission/1')).toEqual([1, 2]);
    expect(workflows.numbersOf('submission/2')).toEqual([1]);
  });

  it('tells how many feed entries were put aside', async () => {
    const http = await boot(false);
    expect((await http.get<Rest>('/internal/rest')).body).not.toHaveProperty('deadLetters');

    await house.source.query("INSERT INTO dead_letter VALUES ('accounts', 7, '{}', 'TypeError', 5, '2023-08-25')");

    expect((await http.get<Rest>('/internal/rest')).body).toEqual({ outbox: 0, unnumbered: 0, unread: {}, deadLetters: 1 });
  });

  it('shows the other services the feed, ids only, to those of the house', async () => {
    const http = await boot(false);
    await act('submission/1');
    await sweep();

    const { body } = await http.get<FeedPage>('/internal/feed?after=0&limit=10');

    expect(body).toMatchObject({
      head: 1,
      entries: [{ feedNumber: 1, subject: 'submission/1', number: 1, by: 'p1', organisationId: 'o1' }],
    });
    expect((await http.get('/internal/feed?after=-1')).body.code).toBe('INVALID_INPUT');
    expect((await http.get('/internal/feed?limit=501')).body.code).toBe('INVALID_INPUT');
    expect((await app.inject({ url: '/internal/feed' })).statusCode).toBe(401);
  });
});
