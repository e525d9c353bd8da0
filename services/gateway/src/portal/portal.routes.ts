import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GatewayConfig } from '../config';
import { uiPath } from '../temporal-ui/ui-paths';
import { firstAnswers } from './first-answers';
import { pageAt } from './pages';
import type { Page, Pages } from './pages';

/** Nest brings a Fastify of its own, so a plugin's types name another one than `register` does. */
type Plugin = Parameters<NestFastifyApplication['register']>[0];

const placeOfNonce = /%nonce%/g;
/** By this name the portal finds where workflows are to be seen, if they are: it shows no way to what is not there. */
const besideName = 'workflows';
const year = 31_536_000;
const packed = promisify(gzip);

/**
 * The portal as it was built. Its files bear the digest of their content in their names and are kept for ever; its one page answers every path
 * that a browser opens, is never kept, and lets in our own scripts and, by a nonce of each answer, the styles they add.
 */
export async function servePortal(app: NestFastifyApplication, { portalDirectory, temporalUiUrl }: GatewayConfig): Promise<void> {
  const beside = temporalUiUrl === undefined ? '' : `<meta name="${besideName}" content="${uiPath}/">`;
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
    const frame = isOpenedByBrowser(request.headers.accept, request.url) ? await fileIn(portalDirectory, 'index.html') : null;
    if (frame === null) {
      return reply.callNotFound();
    }
    const page = pageAt(JSON.parse((await fileIn(portalDirectory, 'pages.json')) ?? '{}') as Pages, pathOf(request.url));
    // Whoever comes with a search asks for something else first.
    const answers = await firstAnswers(app, request, request.url.includes('?') ? [] : page.asks);
    const nonce = randomBytes(16).toString('base64');
    const html = frame.replace(placeOfNonce, nonce).replace('</head>', () => `${beside}${headOf(page, answers)}</head>`);
    void reply
      .headers({ ...pageHeaders, 'content-security-policy': policyWith(nonce), vary: 'accept-encoding' })
      .type('text/html; charset=utf-8');
    return takesGzip(request.headers['accept-encoding'])
      ? reply.header('content-encoding', 'gzip').send(await packed(html))
      : reply.send(html);
  });
}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;

const takesGzip = (accepted: string | string[] | undefined): boolean => /\bgzip\b/.test(String(accepted));

/** To be fetched beside the page, and what it would ask: data, not a script, which no policy lets run. */
const headOf = ({ scripts, styles }: Page, answers: string): string =>
  [
    ...scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
    ...styles.map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    `<script type="application/json" id="answers">${answers}</script>`,
  ].join('');

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
async function fileIn(directory: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(directory, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}
