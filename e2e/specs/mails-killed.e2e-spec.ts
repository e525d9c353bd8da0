import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '@dengke/local';
import type { Stack } from '@dengke/local';
import { eventually } from '@dengke/test-kit';
import { createConnection } from 'mysql2/promise';
import type { Connection } from 'mysql2/promise';
import { MailStandIn } from '../testing/mail-stand-in';

/** More than are on their way at once, so that some wait at the sender. */
const RECIPIENTS = 12;
const ON_THEIR_WAY = 6;
const long = 60_000;

/** The service and the mail server die by SIGKILL, each at a point it is held at: nothing here depends on who is faster. */
describe('mails, whichever process is killed', () => {
  let folder: string;
  let server: MailStandIn;
  let stack: Stack;
  let database: Connection;
  let people: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dengke-mails-'));
    server = await MailStandIn.in(folder);
    const notifications = { DENGKE_MAIL_URL: server.url, DENGKE_MAIL_BACKOFF_SECONDS: '0' };
    const parts = ['mariadb', 'accounts', 'notifications'] as const;
    stack = await startStack({
      dir: join(folder, 'stack'),
      temporal: 'dev',
      profile: 'local',
      supervise: true,
      parts,
      env: { notifications },
    });
    database = await createConnection({ uri: stack.addresses.databaseUrls.notifications ?? '', timezone: 'Z' });
    people = await eventually(async () => {
      const [rows] = await database.query('SELECT personId FROM recipient WHERE mail IS NOT NULL ORDER BY personId LIMIT ?', [RECIPIENTS]);
      expect(rows).toHaveLength(RECIPIENTS);
      return (rows as { personId: string }[]).map(({ personId }) => personId);
    }, long);
  }, 180_000);
  afterAll(async () => {
    await database.end();
    await stack.stop();
    await server.isKilled();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  /** One mail to each, as whatever tells people writes them; the sender finds them at its next look. */
  async function write(subject: string): Promise<void> {
    const rows = people.map((person) => [
      subject,
      person,
      subject,
      'x',
      'decision',
      '2023-08-10 02:00:00',
      'waiting',
      0,
      0,
      '2023-08-10 02:00:00',
    ]);
    await database.query(
      'INSERT INTO mail_outbox (eventKey, recipientId, subject, body, topic, at, state, attempts, unanswered, nextAttemptAt) VALUES ?',
      [rows],
    );
  }
  const count = async (subject: string, state: string): Promise<number> => {
    const [rows] = await database.query('SELECT COUNT(*) AS mails FROM mail_outbox WHERE subject = ? AND state = ?', [subject, state]);
    return (rows as { mails: number }[])[0]?.mails ?? 0;
  };
  /** The sender is dead: what it held may be taken again, as it may when its two minutes are over. */
  const leasesEnd = () => database.query("UPDATE mail_outbox SET nextAttemptAt = '2023-08-10 02:00:00' WHERE state = 'waiting'");
  async function senderIsKilled(): Promise<void> {
    const killed = stack.pid('notifications');
    stack.kill('notifications', 'SIGKILL');
    await eventually(() => expect([undefined, killed]).not.toContain(stack.pid('notifications')), long);
    await leasesEnd();
  }
  /** How often each letter came: `2` where it came twice, and both times as the same mail. */
  async function arrivals(subject: string): Promise<Record<string, number>> {
    await eventually(async () => expect(await count(subject, 'sent')).toBe(RECIPIENTS), long);
    const taken = await server.taken(subject);
    const ids = new Map(taken.map(({ to, messageId }) => [to, messageId]));
    expect(new Set(ids.values()).size).toBe(RECIPIENTS);
    expect(taken.filter(({ to, messageId }) => messageId === '' || messageId !== ids.get(to))).toEqual([]);
    return taken.reduce((by, { to }) => ({ ...by, [to]: (by[to] ?? 0) + 1 }), {} as Record<string, number>);
  }
  const howMany = (arrived: Record<string, number>, times: number): number =>
    Object.values(arrived).filter((came) => came === times).length;

  it('come exactly once when the service is killed between taking them and handing them over', async () => {
    await server.starts('rcpt');
    const before = (await server.asked()).length;
    await write('claimed');
    await eventually(async () => expect((await server.asked()).length).toBe(before + ON_THEIR_WAY), long);
    expect(await server.taken('claimed')).toEqual([]);

    await senderIsKilled();
    await server.starts('nothing');

    expect(howMany(await arrivals('claimed'), 1)).toBe(RECIPIENTS);
  }, 120_000);

  it('come once, or twice with one Message-ID, when the mail server is killed between taking the letter and saying so', async () => {
    await server.starts('data');
    await write('unanswered');
    await eventually(async () => expect(await server.taken('unanswered')).toHaveLength(ON_THEIR_WAY), long);

    await server.isKilled();
    await server.starts('nothing');

    const arrived = await arrivals('unanswered');
    expect([howMany(arrived, 2), howMany(arrived, 1)]).toEqual([ON_THEIR_WAY, RECIPIENTS - ON_THEIR_WAY]);
  }, 120_000);

  it('come once, or twice with one Message-ID, when the service is killed before it hears that the letter was taken', async () => {
    await server.starts('data');
    await write('unheard');
    await eventually(async () => expect(await server.taken('unheard')).toHaveLength(ON_THEIR_WAY), long);

    await senderIsKilled();
    await server.starts('nothing');

    const arrived = await arrivals('unheard');
    expect([howMany(arrived, 2), howMany(arrived, 1)]).toEqual([ON_THEIR_WAY, RECIPIENTS - ON_THEIR_WAY]);
  }, 120_000);
});
