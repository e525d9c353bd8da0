import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { eventually } from '@dengke/test-kit';
import { request } from 'undici';
import type { RunningGateway } from '../../testing/a-gateway';
import { aGateway, session } from '../../testing/a-gateway';
import { json } from '../../testing/tiny-service';

const mib = 1024 * 1024;
const script = { authorization: `Session ${session}`, 'content-type': 'multipart/form-data; boundary=x' };

const size = 45 * mib;

/** A body that is made while it is sent. */
function* chunks(bytes: number, tell: (sent: number) => void = () => undefined): Generator<Buffer> {
  for (let sent = 0; sent < bytes; sent += 64 * 1024) {
    tell(sent);
    yield Buffer.alloc(64 * 1024, sent / 1024);
  }
}

describe('an upload', () => {
  let gateway: RunningGateway;

  beforeAll(async () => {
    gateway = await aGateway();
  });
  afterAll(() => gateway.stop());

  it('of 45 MB reaches the service as it was sent', async () => {
    gateway.achievements.answers(async (request, reply) => json(reply, 201, { sha256: await digestOf(request) }));

    const answer = await gateway.ask(
      'POST',
      '/api/v1/drafts/1/evidence',
      { ...script, 'content-length': String(size) },
      Readable.from(chunks(size)),
    );

    expect(answer.json()).toEqual({ sha256: await digestOf(chunks(size)) });
  });

  it('is not held by us: while the service does not read, the sender waits', async () => {
    let sent = 0;
    let readOn: () => void = () => undefined;
    const mayRead = new Promise<void>((settle) => (readOn = settle));
    gateway.achievements.answers(async (request, reply) => {
      await mayRead;
      json(reply, 201, { sha256: await digestOf(request) });
    });

    const asked = gateway.ask('POST', '/api/v1/drafts/1/evidence', script, Readable.from(chunks(size, (bytes) => (sent = bytes))));
    const stoodAt = await untilItStands(() => sent);
    readOn();

    expect((await asked).status).toBe(201);
    expect(stoodAt).toBeGreaterThan(0);
    expect(stoodAt).toBeLessThan(size / 2);
  });

  it('that says it is too large is refused before it is sent', async () => {
    const before = gateway.achievements.seen.length;

    const answer = await gateway
      .ask('POST', '/api/v1/drafts/1/evidence', { ...script, 'content-length': String(60 * mib) }, Readable.from(chunks(60 * mib)))
      .catch(() => null);

    expect(answer === null || answer.status === 413).toBe(true);
    expect(gateway.achievements.seen).toHaveLength(before);
  });

  it('that turns out too large is cut off', async () => {
    let whole = false;
    gateway.achievements.answers(async (_request, reply, body) => {
      await body().then(
        () => (whole = true),
        () => undefined,
      );
      reply.destroy();
    });

    const answer = await gateway.ask('POST', '/api/v1/drafts/1/evidence', script, Readable.from(chunks(60 * mib))).catch(() => null);

    expect(answer === null || answer.status === 413).toBe(true);
    expect(whole).toBe(false);
  });

  it.each([
    ['that says so', { 'content-length': String(2 * mib) }],
    ['that does not say so', {}],
  ])('is a file: a form of 2 MB %s never reaches the service, which is not called away for it', async (_, length) => {
    const before = gateway.accounts.seen.length;
    const form = { 'content-type': 'application/json', ...length };

    const answer = await gateway.ask('POST', '/api/v1/sessions', form, Readable.from(chunks(2 * mib))).catch(() => null);

    expect(answer === null || answer.status === 413).toBe(true);
    expect(gateway.accounts.seen).toHaveLength(before);
  });

  it('breaks off at the service when its sender goes', async () => {
    let broke: () => void = () => undefined;
    const broken = new Promise<void>((settle) => {
      broke = settle;
    });
    gateway.achievements.answers((request) => {
      request.resume().once('close', broke);
    });
    const leaving = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.alloc(mib);
      throw new Error('the sender goes');
    };

    await expect(gateway.ask('POST', '/api/v1/drafts/1/evidence', script, Readable.from(leaving()))).rejects.toThrow();

    await broken;
  });
});

describe('a download', () => {
  it('is not held by us: while the caller does not read, the service waits', async () => {
    const gateway = await aGateway();
    let sent = 0;
    gateway.achievements.answers((_request, reply) => {
      reply.writeHead(200, { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename="sheet.xlsx"' });
      Readable.from(chunks(size, (bytes) => (sent = bytes))).pipe(reply);
    });

    const answer = await request(`${gateway.url}/api/v1/windows/1/summary-sheets/2`, { headers: script });
    const stoodAt = await untilItStands(() => sent);
    const sha256 = await digestOf(answer.body);
    await gateway.stop();

    expect(stoodAt).toBeLessThan(size / 2);
    expect(sha256).toBe(await digestOf(chunks(size)));
    expect(answer.headers['content-disposition']).toBe('attachment; filename="sheet.xlsx"');
  });
});

/** Polls a count until it no longer grows. */
async function untilItStands(count: () => number): Promise<number> {
  let before = -1;
  let since = performance.now();
  await eventually(() => {
    if (count() !== before) {
      before = count();
      since = performance.now();
    }
    return before > 0 && performance.now() - since > 400;
  });
  return before;
}

async function digestOf(body: AsyncIterable<unknown> | Iterable<unknown>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of body) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
