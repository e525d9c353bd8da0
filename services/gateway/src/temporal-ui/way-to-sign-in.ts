import { DomainError, refusalWhile } from '@dengke/service-kit';
import type { ErrorCode } from '@dengke/contract';
import type { FastifyRequest } from 'fastify';
import { isRender } from './ui-paths';

/** Nobody is signed in, or not all the way. */
const toBeSignedIn: readonly ErrorCode[] = ['NOT_SIGNED_IN', ...Object.values(refusalWhile)];

/** Where a browser that opens a page goes on to sign in, and from there back to it; null for whoever reads the refusal itself, and for any other refusal. */
export function wayToSignIn(error: unknown, { method, url, headers }: Pick<FastifyRequest, 'method' | 'url' | 'headers'>): string | null {
  const opensPage = method === 'GET' && headers.accept?.includes('text/html') === true && !isRender(url);
  const isWanted = error instanceof DomainError && toBeSignedIn.includes(error.code);
  return opensPage && isWanted ? `/sign-in?to=${encodeURIComponent(url)}` : null;
}
