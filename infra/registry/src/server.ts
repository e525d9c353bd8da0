import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { BundleFault, readBundle } from './read-bundle';
import type { KnownKeys } from './read-bundle';
import type { Behaviour, Register } from './register';

interface Answer {
  status: number;
  body: unknown;
  /** The connection is cut instead. */
  lost?: boolean;
}

const notFound: Answer = { status: 404, body: { code: 'NOT_FOUND' } };
const bundlePath = /^\/bundles\/([\w-]{1,40})$/;

/**
 * The registry over HTTP: `PUT` and `GET /bundles/<id>` as docs/report-up.md has them. Below `/admin/`, from this machine only, tests say how it shall
 * behave (`PUT /admin/behaviour`), look at what it has registered (`GET /admin/register`) and have it lose its bundles (`DELETE /admin/bundles`).
 */
export const registryServer = (register: Register, keys: KnownKeys): Server =>
  createServer((request, response) => {
    void answerTo(request, register, keys)
      .catch((): Answer => ({ status: 500, body: { code: 'UNEXPECTED' } }))
      .then((answer) => reply(request, response, answer));
  });

function reply(request: IncomingMessage, response: ServerResponse, { status, body, lost }: Answer): void {
  if (lost === true) {
    request.socket.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

async function answerTo(request: IncomingMessage, register: Register, keys: KnownKeys): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://registry');
  if (pathname === '/health/ready') {
    return { status: 200, body: { ready: true } };
  }
  if (pathname.startsWith('/admin/')) {
    return isLoopback(request) ? administered(request, pathname, register) : notFound;
  }
  const bundleId = bundlePath.exec(pathname)?.[1];
  if (bundleId === undefined || (request.method !== 'PUT' && request.method !== 'GET')) {
    return notFound;
  }
  await pause(register.behaviour.slowMs);
  const refused = register.refusal();
  if (refused !== null) {
    request.resume();
    return { status: refused, body: { code: 'REFUSED' } };
  }
  return request.method === 'PUT' ? takenIn(request, bundleId, register, keys) : asked(bundleId, register);
}

async function takenIn(request: IncomingMessage, bundleId: string, register: Register, keys: KnownKeys): Promise<Answer> {
  try {
    const bundle = await readBundle(request, keys);
    const told = /^sha-256=:([^:]+):$/.exec(String(request.headers['content-digest']))?.[1];
    if (told !== Buffer.from(bundle.sha256, 'hex').toString('base64') || bundle.manifest.bundleId !== bundleId) {
      return { status: 422, body: { code: 'DIGEST_WRONG' } };
    }
    const answer = register.takeIn(bundle);
    if (answer === null) {
      return { status: 409, body: { code: 'OTHER_CONTENT' } };
    }
    const status = answer.items.some((item) => item.answer === 'waiting') ? 202 : 200;
    return { status, body: answer, lost: register.losesReply() };
  } catch (error) {
    if (error instanceof BundleFault) {
      request.resume();
      return { status: 422, body: { code: error.code, part: error.part } };
    }
    throw error;
  }
}

function asked(bundleId: string, register: Register): Answer {
  const answer = register.answersTo(bundleId);
  return answer === null ? notFound : { status: 200, body: answer };
}

async function administered(request: IncomingMessage, pathname: string, register: Register): Promise<Answer> {
  switch (`${request.method ?? ''} ${pathname}`) {
    case 'PUT /admin/behaviour':
      register.behave(JSON.parse(await textOf(request)) as Partial<Behaviour>);
      return { status: 200, body: register.behaviour };
    case 'GET /admin/behaviour':
      return { status: 200, body: register.behaviour };
    case 'GET /admin/register':
      return { status: 200, body: register.entries };
    case 'DELETE /admin/bundles':
      register.forgetBundles();
      return { status: 200, body: {} };
    default:
      return notFound;
  }
}

const isLoopback = ({ socket }: IncomingMessage): boolean => /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
