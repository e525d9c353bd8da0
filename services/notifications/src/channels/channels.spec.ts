import { messageTopics, topicRules } from '@dengke/contract';
import { BusinessClock, inTransaction } from '@dengke/service-kit';
import { aCaller, eventually } from '@dengke/test-kit';
import { aHouse, hasPerson, mailsSettled } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { Mail } from '../mail/mail.entity';
import type { ChannelsDto, TopicDto } from './channels.dto';

const AT = '2023-08-10T02:00:00.000Z';
const channels = '/api/v1/channels';

describe('how somebody is told beside the inbox', () => {
  let house: House;
  beforeEach(async () => {
    house = await aHouse();
    ['liu', 'cai'].forEach((person) => hasPerson(house, person, {}));
    await house.atRest();
  });
  afterEach(() => house.close());

  const as = (personId: string) => house.http.as(aCaller({}, personId));
  const choose = (personId: string, chosen: object) => as(personId).put<ChannelsDto>(channels, chosen);
  const mail = (eventKey: string, kind: string, ...people: string[]): Promise<void> =>
    inTransaction(house.database, (manager) =>
      house.app.get(MailOutboxService).add(
        manager,
        people.map((recipientId) => ({ eventKey, recipientId, kind, subject: '标题', body: '正文。', at: AT })),
      ),
    );
  const subjectsTo = async (person: string): Promise<number> => {
    await mailsSettled(house);
    return house.sink.to(`${person}@demo.example`).length;
  };

  it('is mailed of everything and sent no SMS until he chooses', async () => {
    const { body } = await as('liu').get<ChannelsDto>(channels);

    expect(body.topics.map(({ topic, mail: mailed, sms }: TopicDto) => [topic, mailed, sms])).toEqual(
      messageTopics.map((topic) => [topic, true, false]),
    );
    expect(body).toMatchObject({ quiet: null, mailRefused: false });
  });

  it('is not mailed what he has left; others are', async () => {
    await choose('liu', { topics: [{ topic: 'arrival', mail: false, sms: false }] });
    await mail('fact#1', 'submission.release', 'liu', 'cai');
    await mail('fact#2', 'submission.acknowledge', 'liu');

    expect([await subjectsTo('liu'), await subjectsTo('cai')]).toEqual([1, 1]);
  });

  it.each(messageTopics.filter((topic) => !topicRules[topic].mailMayBeLeft))('cannot leave the mails of %s', async (topic) => {
    const refused = await choose('liu', { topics: [{ topic, mail: false, sms: true }] });

    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'INVALID_INPUT', details: { fields: [{ field: 'topics[0].mail' }] } },
    ]);
    expect((await as('liu').get<ChannelsDto>(channels)).body.topics.find((one) => one.topic === topic)).toMatchObject({
      mail: true,
      sms: false,
    });
  });

  it.each([
    [{ topics: [{ topic: 'weather', mail: true, sms: true }] }],
    [{ topics: [], quiet: { beginAt: '24:00', endAt: '07:00' } }],
    [{ topics: [0, 1].map(() => ({ topic: 'arrival', mail: true, sms: true })) }],
    [{}],
  ])('is refused what means nothing: %j', async (chosen) => {
    expect((await choose('liu', chosen)).status).toBe(422);
  });

  it('leaves a topic by the button of his mail program, without signing in, and no other topic and nobody else', async () => {
    await mail('fact#1', 'submission.release', 'liu', 'cai');
    await mail('fact#1', 'submission.return', 'cai');
    await mailsSettled(house);
    const [received] = house.sink.to('liu@demo.example');
    const path = new URL(received?.unsubscribe ?? 'http://none').pathname;
    const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    const left = await house.http.anonymous.post(path, 'List-Unsubscribe=One-Click', form);
    await house.http.anonymous.post(path);
    await mail('fact#2', 'submission.release', 'liu', 'cai');
    await mail('fact#3', 'submission.return', 'liu');

    expect([left.status, left.body]).toEqual([200, { topic: 'arrival' }]);
    expect(received?.text).toContain('不再接收此类邮件：http://dengke.example/channels#');
    expect([await subjectsTo('liu'), await subjectsTo('cai')]).toEqual([2, 2]);
    expect(house.sink.to('liu@demo.example').at(-1)?.unsubscribe).toBeNull();
  });

  it('cannot leave for another person or another topic with his own link, and no other route takes a form', async () => {
    await mail('fact#1', 'submission.release', 'liu');
    await mailsSettled(house);
    const token = house.sink.to('liu@demo.example')[0]?.unsubscribe?.split('/').at(-1) ?? '';
    const [, keyId, secret] = token.split('.');
    const named = (words: string) => `${Buffer.from(words).toString('base64url')}.${keyId}.${secret}`;

    for (const forged of [named('arrival/cai'), named('progress/liu'), named('return/liu'), token.replace('k1', 'k9'), `${token}x`, 'a']) {
      expect((await house.http.anonymous.post(`${channels}/unsubscribe/${forged}`)).status).toBe(404);
    }
    const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    expect((await as('liu').post(`${channels}/mail/confirm`, 'a=1', form)).status).toBe(415);
  });

  it('is not mailed in his quiet hours; what fell into them goes out at their end, in its order', async () => {
    const read = jest.spyOn(house.app.get(BusinessClock), 'read');
    read.mockResolvedValue('2023-08-10T15:00:00.000Z');
    await choose('liu', { topics: [], quiet: { beginAt: '22:00', endAt: '07:00' } });
    await mail('fact#1', 'submission.return', 'liu', 'cai');
    await mail('fact#2', 'submission.return', 'liu');
    await eventually(() => expect(house.sink.to('cai@demo.example').length === 1).toBe(true));
    const held = await house.database.manager.findBy(Mail, { recipientId: 'liu' });
    expect(held.map(({ state, attempts }) => [state, attempts])).toEqual(Array(2).fill(['waiting', 0]));

    read.mockResolvedValue('2023-08-10T22:59:59.999Z');
    await mail('fact#3', 'submission.return', 'liu', 'cai');
    await eventually(() => expect(house.sink.to('cai@demo.example').length === 2).toBe(true));
    expect(house.sink.to('liu@demo.example')).toEqual([]);

    read.mockResolvedValue('2023-08-10T23:00:00.000Z');
    expect(await subjectsTo('liu')).toBe(3);
  });
});
