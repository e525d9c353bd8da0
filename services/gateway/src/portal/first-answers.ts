import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { apiPrefix } from '../forwarding/upstream-services';

/** The page does not wait longer for what it can ask for itself. */
const patienceMillis = 300;
/** By what of a request its questions are judged: who asks, and from where. */
const ofWhoeverAsks = ['host', 'cookie', 'user-agent', 'accept-language', 'x-forwarded-for'] as const;

/**
 * What a page would ask first, asked for it in the same way as it would, with the cookie of whoever opens it: as JSON for a script element,
 * `{"/me":{…}}`, without what was refused or was not there in time. Pages themselves are never kept, so neither is this.
 */
export async function firstAnswers(
  app: Pick<NestFastifyApplication, 'inject'>,
  request: Pick<FastifyRequest, 'headers' | 'socket'>,
  asks: readonly string[],
): Promise<string> {
  const given = ofWhoeverAsks.flatMap((name) => (request.headers[name] === undefined ? [] : [[name, request.headers[name]]]));
  const headers = { ...(Object.fromEntries(given) as Record<string, string>), accept: 'application/json' };
  const answers = await Promise.all(
    asks.map(async (asked) => {
      const url = `${apiPrefix.replace(/\/$/, '')}${asked}`;
      const answer = app.inject({ method: 'GET', url, headers, remoteAddress: request.socket.remoteAddress ?? '' });
      // One that breaks off on its way is one that was not there.
      const whole = answer.catch(() => null);
      const inTime = await Promise.race([whole, pause(patienceMillis, null, { ref: false })]);
      return inTime?.statusCode === 200 ? [[asked, inTime.json<unknown>()]] : [];
    }),
  );
  return JSON.stringify(Object.fromEntries(answers.flat())).replaceAll('<', '\\u003c');
}
