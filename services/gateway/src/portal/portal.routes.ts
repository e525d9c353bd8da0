import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GatewayConfig } from '../config';

/** Nest brings a Fastify of its own, so a plugin's types name another one than `register` does. */
type Plugin = Parameters<NestFastifyApplication['register']>[0];

const placeOfNonce = /%nonce%/g;
const year = 31_536_000;

/**
 * The portal as it was built. Its files bear the digest of their content in their names and are kept for ever; its one page answers every path
 * that a browser opens, is never kept, and lets in our own scripts and, by a nonce of each answer, the styles they add.
 */
export async function servePortal(app: NestFastifyApplication, { portalDirectory }: GatewayConfig): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic as unknown as Plugin, {
    root: join(portalDirectory, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    suppressWarning: true,
    preCompressed: true,
    immutable: true,
    maxAge: year * 1000,
  });
  fastify.get('/*', async (request, reply) => {
    const page = isOpenedByBrowser(request.headers.accept, request.url) ? await pageIn(portalDirectory) : null;
    if (page === null) {
      return reply.callNotFound();
    }
    const nonce = randomBytes(16).toString('base64');
    return reply
      .headers({ ...pageHeaders, 'content-security-policy': policyWith(nonce) })
      .type('text/html; charset=utf-8')
      .send(page.replace(placeOfNonce, nonce));
  });
}

const pageHeaders = { 'cache-control': 'no-cache, no-store', 'permissions-policy': 'camera=(self), geolocation=(), microphone=()' };

/** Previews of evidence are files of the page's own making (blob:), shown in a frame or as a picture. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src blob:',
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Scripts that ask for what is not there get the refusal of the house, not a page. */
const isOpenedByBrowser = (accept: string | undefined, url: string): boolean =>
  accept?.includes('text/html') === true && !/^\/(?:api|assets|health)(?:\/|$)/.test(url);

/** Read anew each time, so that a build needs no new start; null where nothing was built. */
async function pageIn(directory: string): Promise<string | null> {
  try {
    return await readFile(join(directory, 'index.html'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}
