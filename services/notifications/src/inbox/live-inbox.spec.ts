import type { AddressInfo } from 'node:net';
import { uuidv7 } from 'uuidv7';
import { request } from 'undici';
import { Authority, DomainError, inTransaction, SecurityClock } from '@dengke/service-kit';
import { aCaller, eventually } from '@dengke/test-kit';
import { aHouse } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { InboxService } from './inbox.service';
import { LiveInboxService, mostStreams } from './live-inbox.service';
import { firstIdAt, millisOf } from './message-ids';
import { Message } from './message.entity';

const common = { kind: 'submission.return', at: '2023-08-10T02:00:00.000Z', about: { serial: 'CG-1', fact: 3 } };

/** Somebody who watches over a real connection, as a browser's EventSource does. */
class Watcher {
  text = '';
  ended = false;
  private leaving = new AbortController();

  private constructor(readonly status: number) {}

  static async at(url: string, headers: Record<string, string>): Promise<Watcher> {
    const leaving = new AbortController();
    const { statusCode, body } = await request(url, { headers, signal: leaving.signal, bodyTimeout: 0 });
    const watcher = new Watcher(statusCode);
    watcher.leaving = leaving;
    body.on('data', (chunk: Buffer) => (watcher.text += chunk.toString('utf8')));
    body.on('end', () => (watcher.ended = true));
    body.on('error', () => undefined);
    return watcher;
  }

  get heard(): string[] {
    return [...this.text.matchAll(/"subject":"([^"]+)"/g)].map(([, subject]) => subject ?? '');
  }
  get lastId(): string {
    return [...this.text.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? '';
  }
  leave(): void {
    this.leaving.abort();
  }
}

describe('an inbox that is watched', () => {
  let house: House;
  let url: string;
  const watchers: Watcher[] = [];

  beforeEach(async () => {
    house = await aHouse();
    await house.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(house.app.getHttpServer().address() as AddressInfo).port}/api/v1/inbox/stream`;
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    watchers.splice(0).forEach((watcher) => watcher.leave());
    await house.close();
  });

  async function watch(personId: string, last?: string): Promise<Watcher> {
    const authorization = `Bearer ${await house.tokens.tokenFor(aCaller({}, personId))}`;
    const watcher = await Watcher.at(url, { authorization, accept: 'text/event-stream', ...(last && { 'last-event-id': last }) });
    watchers.push(watcher);
    return watcher;
  }
  const deliver = (subject: string, ...people: string[]): Promise<void> =>
    inTransaction(house.database, (manager) =>
      house.app.get(InboxService).deliver(
        manager,
        people.map((recipientId) => ({ ...common, eventKey: subject, recipientId, subject })),
      ),
    );

  it('that could not be opened, the database being away, holds no place and is told nothing', async () => {
    const inbox = house.app.get(InboxService);
    const away = jest.spyOn(inbox, 'after').mockRejectedValue(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
    for (let time = 0; time < mostStreams.ofOnePerson; time += 1) {
      expect(await watch('liu')).toMatchObject({ status: 503 });
    }
    away.mockRestore();

    const watcher = await watch('liu');
    await deliver('one', 'liu');
    expect(watcher).toMatchObject({ status: 200 });
    await eventually(() => expect(watcher.heard).toEqual(['one']));
  });

  it('tells each message once as it comes, to whom it is for and to nobody else, on every screen', async () => {
    await deliver('before', 'liu');
    const [liu, second, cai] = [await watch('liu'), await watch('liu'), await watch('cai')];
    await deliver('one', 'liu', 'cai');
    await deliver('two', 'liu');
    await eventually(() => expect([liu.heard, second.heard, cai.heard]).toEqual([['one', 'two'], ['one', 'two'], ['one']]));

    expect(liu.text).toMatch(/^retry: 1000\n\nid: [0-9a-f-]{36}\nevent: message\ndata: \{.*"about":\{"serial":"CG-1","fact":3\}.*\}\n\n/);
  });

  it('goes on after the last message seen, also with one whose transaction took longer than those after it', async () => {
    const late = uuidv7();
    const first = await watch('liu');
    await deliver('one', 'liu');
    await eventually(() => expect(first.heard).toEqual(['one']));
    first.leave();
    await house.database.manager.insert(Message, {
      ...common,
      id: late,
      eventKey: 'late',
      subject: 'late',
      recipientId: 'liu',
      readAt: null,
    });
    await deliver('two', 'liu');

    const again = await watch('liu', first.lastId);
    await eventually(() => expect(again.heard).toEqual(['late', 'two']));
  });

  it('says so when more was missed than is told again', async () => {
    const watcher = await watch('liu', `${firstIdAt((millisOf(uuidv7()) ?? 0) - 3_600_000)}7000-8000-000000000000`);
    watcher.leave();
    for (let i = 0; i < 101; i += 1) {
      await deliver(`m${i}`, 'liu');
    }
    const again = await watch('liu', `${firstIdAt((millisOf(uuidv7()) ?? 0) - 3_600_000)}7000-8000-000000000000`);
    await eventually(() => expect(again.text).toContain('event: reload\n'));
    expect(again.heard).toEqual([]);
  });

  it('closes within seconds of the session’s end, says that it lives until then, and tells nothing afterwards', async () => {
    const [liu, cai] = [await watch('liu'), await watch('cai')];
    house.tokens.revoke('liu');
    await eventually(() => expect([liu.ended, cai.text]).toEqual([true, expect.stringContaining(':\n\n')]));
    await deliver('one', 'liu', 'cai');
    await eventually(() => expect(cai.heard).toEqual(['one']));

    expect([liu.heard, cai.ended]).toEqual([[], false]);
  });

  it('lives on while accounts is away, but no longer than its token', async () => {
    jest.spyOn(house.app.get(Authority), 'confirm').mockRejectedValue(new DomainError('UNAVAILABLE'));
    // Opening asks accounts too, so the stream is opened by the service.
    const opened = house.app.get(SecurityClock).millis();
    const clock = jest.spyOn(house.app.get(SecurityClock), 'millis');
    const stream = await house.app.get(LiveInboxService).open('liu', 'token', undefined);
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    clock.mockImplementation(() => opened + 20_000);
    await eventually(() => expect(text).toContain(':\n\n'));
    clock.mockImplementation(() => opened + 31_000);
    await eventually(() => expect(stream.readableEnded).toBe(true));
  });

  it('is bounded for each person, and who leaves makes room', async () => {
    const many = await Promise.all(Array.from({ length: mostStreams.ofOnePerson }, () => watch('liu')));
    expect((await watch('liu')).status).toBe(429);
    expect((await watch('cai')).status).toBe(200);
    many[0]?.leave();
    await eventually(async () => expect((await watch('liu')).status).toBe(200));
  });
});
