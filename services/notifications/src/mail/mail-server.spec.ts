import { MailSink } from '../../testing/mail-sink';
import { MailServer } from './mail-server';
import { messageIdOf } from './mail-text';

const letter = {
  messageId: messageIdOf('fact#1', 'liu', 'dengke.example'),
  subject: '标题',
  text: '正文',
  at: '2023-08-10T02:00:00.000Z',
  unsubscribe: null,
};

describe('what a mail server answers', () => {
  let sink: MailSink;
  let server: MailServer;

  beforeEach(async () => {
    sink = await MailSink.listen();
    server = new MailServer({ url: sink.url, from: '登科 <noreply@dengke.example>', connections: 2, withinMs: 2_500 });
  });
  afterEach(async () => {
    server.close();
    await sink.close();
  });

  it('breaks off a letter that takes too long, and knows that it may have arrived', async () => {
    sink.at('liu@demo.example', { slowMs: 5_000 });

    expect(await server.send({ ...letter, to: 'liu@demo.example' })).toEqual({ kind: 'no-answer' });
  });

  it('tells a refusal for good from one for now', async () => {
    sink.at('liu@demo.example', 'refuse');
    sink.at('cai@demo.example', { busy: 1 });

    expect(await server.send({ ...letter, to: 'liu@demo.example' })).toEqual({
      kind: 'refused',
      forGood: true,
      word: '550',
      atAddress: true,
    });
    expect(await server.send({ ...letter, to: 'cai@demo.example' })).toEqual({ kind: 'refused', forGood: false, word: '450' });
    expect(await server.send({ ...letter, to: 'cai@demo.example' })).toEqual({ kind: 'accepted' });
  });

  it('refuses an address that is none', async () => {
    expect(await server.send({ ...letter, to: 'nobody' })).toMatchObject({ kind: 'refused' });
    expect(sink.received).toEqual([]);
  });

  it('is away when nobody listens', async () => {
    await sink.close();

    expect(await server.send({ ...letter, to: 'liu@demo.example' })).toEqual({ kind: 'away' });
  });
});
