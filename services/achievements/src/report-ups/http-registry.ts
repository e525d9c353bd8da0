import { bundleMediaType } from '@dengke/contract';
import type { RegistryItemAnswer } from '@dengke/contract';
import { request } from 'undici';
import type { Dispatcher } from 'undici';
import { Registry, RegistryFault } from './registry';
import type { SealedContent } from './registry';

const DELIVERED_WITHIN_MS = 240_000;
const ANSWERED_WITHIN_MS = 20_000;
const MOST_BYTES = 4 * 1024 * 1024;
const LONGEST_REASON = 2_000;
const LONGEST_RECEIPT = 80;

/** The registry over HTTP as docs/report-up.md has it: `PUT` and `GET /bundles/<id>`. What it answers is a stranger's word and is checked. */
export class HttpRegistry extends Registry {
  constructor(private readonly url: string) {
    super();
  }

  async deliver({ bundleId, bytes, sha256, open }: SealedContent): Promise<RegistryItemAnswer[]> {
    const content = await open();
    const digest = Buffer.from(sha256, 'hex').toString('base64');
    const headers = { 'content-type': bundleMediaType, 'content-length': String(bytes), 'content-digest': `sha-256=:${digest}:` };
    try {
      const { status, text } = await this.ask(bundleId, { method: 'PUT', headers, body: content }, DELIVERED_WITHIN_MS);
      return status === 200 || status === 202 ? answersIn(text, bundleId) : refused(status);
    } finally {
      content.destroy();
    }
  }

  async answersTo(bundleId: string): Promise<RegistryItemAnswer[] | null> {
    const { status, text } = await this.ask(bundleId, { method: 'GET' }, ANSWERED_WITHIN_MS);
    if (status === 404) {
      return null;
    }
    return status === 200 ? answersIn(text, bundleId) : refused(status);
  }

  private async ask(
    bundleId: string,
    options: Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body'>,
    withinMs: number,
  ): Promise<{ status: number; text: string }> {
    try {
      const address = new URL(`bundles/${encodeURIComponent(bundleId)}`, this.url.endsWith('/') ? this.url : `${this.url}/`);
      const answer = await request(address, {
        ...options,
        signal: AbortSignal.timeout(withinMs),
        bodyTimeout: withinMs,
        headersTimeout: withinMs,
      });
      return { status: answer.statusCode, text: await textOf(answer.body) };
    } catch (error) {
      throw error instanceof RegistryFault ? error : new RegistryFault('UNREACHABLE');
    }
  }
}

function refused(status: number): never {
  throw new RegistryFault(`ANSWERED_${status}`);
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      throw new RegistryFault('UNINTELLIGIBLE');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** @throws RegistryFault where it is no list of answers to this bundle */
function answersIn(text: string, bundleId: string): RegistryItemAnswer[] {
  try {
    const said = JSON.parse(text) as { bundleId?: unknown; items?: unknown };
    if (said.bundleId === bundleId && Array.isArray(said.items)) {
      return said.items.map(answerOf);
    }
  } catch {
    throw new RegistryFault('UNINTELLIGIBLE');
  }
  throw new RegistryFault('UNINTELLIGIBLE');
}

const known = ['waiting', 'acknowledged', 'returned', 'refused'] as const satisfies RegistryItemAnswer['answer'][];

function answerOf(said: unknown): RegistryItemAnswer {
  const { itemId, answer, receipt, reason } = said as Record<string, unknown>;
  const word = known.find((one) => one === answer);
  if (typeof itemId !== 'string' || word === undefined) {
    throw new RegistryFault('UNINTELLIGIBLE');
  }
  return {
    ...{ itemId, answer: word },
    ...(typeof receipt === 'string' && { receipt: receipt.slice(0, LONGEST_RECEIPT) }),
    ...(typeof reason === 'string' && { reason: reason.slice(0, LONGEST_REASON) }),
  };
}
