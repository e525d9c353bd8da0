import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import { mailListPage, mailPage } from './mail-page';
import type { MailStore } from './mail-store';

const largestMailBytes = 25 * 1024 * 1024;

/** Takes every mail, from anyone to anyone; it listens on this machine only. */
export const smtpSink = (store: MailStore): SMTPServer =>
  new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: largestMailBytes,
    onData: (stream, session, done) => {
      const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
      readAll(stream)
        .then((raw) => store.take(raw, recipients))
        .then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });

const readAll = async (stream: Readable): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
};

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

/** The page at `/`, one mail at `/mail/<id>`, JSON at `/mails?to=<address>&after=<id>`. */
export const mailPages = (store: MailStore): Server =>
  createServer((request, response) => {
    const { status, type, body } = answer(store, new URL(request.url ?? '/', 'http://127.0.0.1'));
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
      'x-content-type-options': 'nosniff',
    });
    response.end(body);
  });

const answer = (store: MailStore, url: URL): Answer => {
  const to = url.searchParams.get('to') || undefined;
  const after = url.searchParams.get('after') || undefined;
  const [, folder, id = '', raw] = url.pathname.split('/');
  if (url.pathname === '/') {
    return { status: 200, type: 'text/html', body: mailListPage(store.list({ to }), to) };
  }
  if (url.pathname === '/mails') {
    return { status: 200, type: 'application/json', body: JSON.stringify(store.list({ to, after })) };
  }
  if (url.pathname === '/health/ready') {
    return { status: 200, type: 'text/plain', body: 'ready' };
  }
  const mail = folder === 'mail' ? store.find(id) : undefined;
  if (mail === undefined) {
    return { status: 404, type: 'text/plain', body: 'not found' };
  }
  return raw === 'raw'
    ? { status: 200, type: 'text/plain', body: store.raw(mail.id) ?? '' }
    : { status: 200, type: 'text/html', body: mailPage(mail) };
};
