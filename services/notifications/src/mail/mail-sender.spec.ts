import { eventually } from '@dengke/test-kit';
import { inTransaction } from '@dengke/service-kit';
import { aHouse, hasPerson, mailsSettled } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { MailSink } from '../../testing/mail-sink';
import { MailOutboxService } from './mail-outbox.service';
import { Mail } from './mail.entity';

const AT = '2023-08-10T02:00:00.000Z';

describe('handing mails over', () => {
  let house: House;

  beforeEach(async () => {
    house = await aHouse({ DENGKE_MAIL_ATTEMPTS: '3' });
    ['liu', 'cai', 'ma'].forEach((person) => hasPerson(house, person, {}));
    hasPerson(house, 'wang', {}, null);
    await house.atRest();
  });
  afterEach(() => house.close());

  const write = (eventKey: string, ...people: string[]): Promise<void> =>
    inTransaction(house.database, (manager) =>
      house.app.get(MailOutboxService).add(
        manager,
        people.map((recipientId) => ({
          eventKey,
          recipientId,
          kind: 'submission.return',
          subject: '申报已退回',
          body: '请修改。',
          at: AT,
        })),
      ),
    );
  const mailOf = (recipientId: string): Promise<Mail> => house.database.manager.findOneByOrFail(Mail, { recipientId });
  const dead = async (): Promise<unknown[]> => {
    const answer = await house.http.house(house.config.serviceSecret).get<unknown[]>('/internal/mails/dead');
    return answer.body;
  };

  it('sends a mail in Chinese, greeted by name, dated by the fact, once for one event and recipient', async () => {
    await Promise.all([write('fact#1', 'liu', 'cai'), write('fact#1', 'liu')]);
    await mailsSettled(house);

    const [mail, ...more] = house.sink.to('liu@demo.example');
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: '申报已退回', date: AT });
    expect(mail?.text).toContain('某liu，您好：');
    expect(mail?.text).toContain('2023年8月10日 10:00（北京时间）');
  });

  it('begins none while what many mails come of is being written, and then all', async () => {
    const outbox = house.app.get(MailOutboxService);
    let written = (): void => undefined;
    const writing = outbox.heldBackWhile(() => new Promise<void>((done) => (written = done)));
    await write('fact#1', 'liu', 'cai');
    expect(await outbox.take(10)).toEqual([]);
    written();
    await writing;
    await mailsSettled(house);

    expect(house.sink.received.map(({ to }) => to).sort()).toEqual(['cai@demo.example', 'liu@demo.example']);
  });

  it('sends at most one duplicate, with the same Message-ID, when the server takes a mail and loses its answer', async () => {
    house.sink.at('liu@demo.example', { hangUp: 1 });
    await write('fact#1', 'liu');
    await mailsSettled(house);

    const [first, second, ...more] = house.sink.to('liu@demo.example');
    expect(more).toEqual([]);
    expect(second?.messageId).toBe(first?.messageId);
    expect(await mailOf('liu')).toMatchObject({ state: 'sent', unanswered: 1 });
  });

  it('gives a mail up after two lost answers rather than sending it for ever', async () => {
    house.sink.at('liu@demo.example', { hangUp: 99 });
    await write('fact#1', 'liu');
    await mailsSettled(house);

    expect(house.sink.to('liu@demo.example')).toHaveLength(2);
    expect(await mailOf('liu')).toMatchObject({ state: 'dead', lastAnswer: 'no-answer' });
  });

  it('lets a refused and a slow address delay nobody, and lists the refused as a dead letter', async () => {
    house.sink.at('liu@demo.example', 'refuse');
    let answer = (): void => undefined;
    house.sink.at('cai@demo.example', { until: new Promise<void>((done) => (answer = done)) });
    await write('fact#1', 'liu', 'cai', 'ma');
    await eventually(() => expect(house.sink.to('ma@demo.example')).toHaveLength(1));
    await eventually(async () => expect((await mailOf('liu')).state).toBe('dead'));

    expect((await mailOf('cai')).state).toBe('waiting');
    expect(await dead()).toEqual([expect.objectContaining({ recipient: 'liu', lastAnswer: '550' })]);
    answer();
    await mailsSettled(house);
    expect((await mailOf('cai')).state).toBe('sent');
  });

  it('tries again what the server would not take yet, and gives it up after the configured number of times', async () => {
    house.sink.at('liu@demo.example', { busy: 2 });
    house.sink.at('cai@demo.example', { busy: 3 });
    await write('fact#1', 'liu', 'cai');
    await mailsSettled(house);

    expect(await mailOf('liu')).toMatchObject({ state: 'sent', attempts: 2 });
    expect(await mailOf('cai')).toMatchObject({ state: 'dead', attempts: 3, lastAnswer: '450' });
  });

  it('counts nothing against a mail while the server is away, and sends it once the server is back', async () => {
    const { port } = house.sink;
    await house.sink.close();
    await write('fact#1', 'liu');
    await eventually(async () => expect((await mailOf('liu')).lastAnswer).toBe('away'));

    const again = await MailSink.listen(port);
    await mailsSettled(house);
    expect(again.to('liu@demo.example')).toHaveLength(1);
    expect(await mailOf('liu')).toMatchObject({ state: 'sent', attempts: 0, unanswered: 0 });
    await again.close();
  });

  it('takes up what a sender held that died', async () => {
    await house.database.query(
      `INSERT INTO mail_outbox (eventKey, recipientId, subject, body, at, state, attempts, unanswered, nextAttemptAt)
       VALUES ('fact#1', 'liu', '标题', '正文', '2023-08-10', 'waiting', 0, 0, '2023-08-10')`,
    );
    await mailsSettled(house);

    expect(house.sink.to('liu@demo.example')).toHaveLength(1);
  });

  it('writes no mail for those without an address', async () => {
    await write('fact#1', 'wang', 'liu');
    await mailsSettled(house);

    expect(await house.database.manager.countBy(Mail, {})).toBe(1);
  });
});
