import { eventually } from '@dengke/test-kit';
import { inTransaction, Log } from '@dengke/service-kit';
import { aHouse, hasPerson, mailsSettled } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { MailOutboxService } from './mail-outbox.service';
import { MailServer } from './mail-server';
import { MailSettling } from './mail-settling.service';
import { messageIdOf } from './mail-text';
import { Mail } from './mail.entity';

const AT = '2023-08-10T02:00:00.000Z';

/** SMTP can do no better than one duplicate where the answer to a whole letter is lost. */
describe('one mail for each event and recipient, whatever dies', () => {
  let house: House;
  beforeEach(async () => {
    house = await aHouse({ DENGKE_MAIL_ATTEMPTS: '4' });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await house.close();
  });

  async function write(eventKeys: readonly string[], people: readonly string[]): Promise<void> {
    people.forEach((person) => hasPerson(house, person, {}));
    await house.atRest();
    const mails = eventKeys.flatMap((eventKey) =>
      people.map((recipientId) => ({ eventKey, recipientId, kind: 'submission.return', subject: eventKey, body: '请修改。', at: AT })),
    );
    await inTransaction(house.database, (manager) => house.app.get(MailOutboxService).add(manager, mails));
  }
  /** What a dead sender held may be taken again. */
  const leasesEnd = () => house.database.query("UPDATE mail_outbox SET nextAttemptAt = '2023-01-01' WHERE state = 'waiting'");
  const lost = (log: jest.SpyInstance): number => log.mock.calls.filter(([line]) => String(line).includes('not settled')).length;
  const idsTo = (person: string, subject: string) =>
    house.sink
      .to(`${person}@demo.example`)
      .filter((mail) => mail.subject === subject)
      .map(({ messageId }) => messageId);

  it('is sent once when its sender dies between the claim and the sending', async () => {
    const log = jest.spyOn(house.app.get(Log), 'error');
    jest.spyOn(house.app.get(MailServer), 'send').mockRejectedValueOnce(new Error('killed'));
    await write(['fact#1'], ['liu']);
    await eventually(() => expect(lost(log)).toBe(1));
    expect(await house.database.manager.countBy(Mail, { state: 'waiting', attempts: 0 })).toBe(1);
    expect(house.sink.received).toEqual([]);

    await leasesEnd();
    await mailsSettled(house);
    expect(idsTo('liu', 'fact#1')).toHaveLength(1);
  });

  it('comes twice at most, as the same mail, when its sender dies between the server’s answer and the note of it', async () => {
    const log = jest.spyOn(house.app.get(Log), 'error');
    jest.spyOn(house.app.get(MailSettling), 'settle').mockRejectedValueOnce(new Error('killed'));
    await write(['fact#1'], ['liu']);
    await eventually(() => expect(lost(log)).toBe(1));

    await leasesEnd();
    await mailsSettled(house);
    expect(idsTo('liu', 'fact#1')).toEqual(Array(2).fill(messageIdOf('fact#1', 'liu', 'dengke.example')));
  });

  it('is noted as sent though the note meets a deadlock: it would be sent again', async () => {
    const row = { eventKey: 'fact#1', subject: 'x', body: 'x', at: AT, state: 'waiting', attempts: 0, unanswered: 0 } as const;
    const held = { ...row, nextAttemptAt: '2099-01-01T00:00:00.000Z' };
    const { manager } = house.database;
    await manager.insert(Mail, [
      { ...held, recipientId: 'first' },
      { ...held, recipientId: 'second' },
    ]);
    const [first, second] = await manager.find(Mail, { order: { id: 'ASC' } });
    const rival = house.database.createQueryRunner();
    await rival.startTransaction();
    // Who has written more is not the one that a deadlock ends.
    const many = Array.from({ length: 50 }, (_, which) => ({ ...held, eventKey: `fact#${which + 2}`, recipientId: 'rival' }));
    await rival.manager.insert(Mail, many);
    await rival.manager.update(Mail, { id: second?.id ?? 0 }, { attempts: 1 });

    const settling = house.app.get(MailSettling);
    const noted = Promise.all([first, second].map((mail) => settling.settle(mail as Mail, { kind: 'accepted' })));
    await eventually(async () => {
      expect(await house.database.query('SELECT id FROM mail_outbox WHERE id = ? FOR UPDATE SKIP LOCKED', [first?.id])).toEqual([]);
    });
    await rival.manager.update(Mail, { id: first?.id ?? 0 }, { attempts: 1 });
    await rival.commitTransaction();
    await rival.release();

    expect(await noted).toEqual([{ state: 'sent' }, { state: 'sent' }]);
    expect(await manager.countBy(Mail, { state: 'sent', attempts: 1 })).toBe(2);
  });

  it('what a sender that ends in order holds unsent may be taken at once', async () => {
    const outbox = house.app.get(MailOutboxService);
    house.sink.at('slow@demo.example', { slowMs: 400 });
    await write(
      Array.from({ length: 20 }, (_, fact) => `fact#${fact}`),
      ['slow'],
    );
    await eventually(() => expect(house.sink.received.length).toBeGreaterThan(0));
    const taken = jest.spyOn(outbox, 'giveBack');
    await house.app.close();

    const [given] = taken.mock.calls[0] ?? [[]];
    expect(given.length).toBeGreaterThan(0);
    expect(house.sink.received.length + given.length).toBe(20);
  });

  it('holds for many at a server that loses answers, is busy, slow, and refuses, while senders die', async () => {
    const people = Array.from({ length: 8 }, (_, which) => `p${which}`);
    const events = ['fact#1', 'fact#2', 'fact#3'];
    house.sink.at('p0@demo.example', { hangUp: 1 });
    house.sink.at('p1@demo.example', { busy: 2 });
    house.sink.at('p2@demo.example', { slowMs: 300 });
    house.sink.at('p3@demo.example', 'refuse');
    const log = jest.spyOn(house.app.get(Log), 'error');
    const killed = new Error('killed');
    jest.spyOn(house.app.get(MailServer), 'send').mockRejectedValueOnce(killed).mockRejectedValueOnce(killed);
    jest.spyOn(house.app.get(MailSettling), 'settle').mockRejectedValueOnce(killed).mockRejectedValueOnce(killed);
    await write(events, people);
    await eventually(async () => {
      const waiting = await house.database.manager.countBy(Mail, { state: 'waiting' });
      expect([lost(log), waiting]).toEqual([4, 4]);
    });
    await leasesEnd();
    await mailsSettled(house);

    const pairs = people.filter((person) => person !== 'p3').flatMap((person) => events.map((event) => ({ person, event })));
    const sent = pairs.map(({ person, event }) => idsTo(person, event));
    pairs.forEach(({ person, event }, at) => expect(new Set(sent[at])).toEqual(new Set([messageIdOf(event, person, 'dengke.example')])));
    const again = sent.reduce((sum, ids) => sum + ids.length - 1, 0);
    // One answer lost on the way, and at most two never written down; none was sent three times.
    expect(again).toBeLessThanOrEqual(3);
    expect(Math.max(...sent.map(({ length }) => length))).toBeLessThanOrEqual(2);
    expect(house.sink.to('p3@demo.example')).toEqual([]);
  });
});
