import type { ErrorCode } from '@dengke/contract';
import { connection, rest } from './connection';
import { givenEarly } from './early';
import type { Asked } from './gate';
import { askPerson } from './gate';

/** Answers of a system that is busy or partly away: the same question may be asked again. */
const passing = new Set([429, 502, 503, 504]);
const mostRestMillis = 5_000;
const readsAreTried = 3;
/** So many tries of an act fill about a minute; then the page says so and keeps what was typed. */
const actsAreTried = 16;

export const keyHeader = 'idempotency-key';

/**
 * `fetch` as the portal's client uses it. A request that got lost is sent again, an act always under its one key, so it happens once. Where the
 * session is over or the second factor is wanted anew, the person is asked in place, and the request goes on.
 */
export async function persistently(request: Request): Promise<Response> {
  try {
    return await answered(request);
  } finally {
    connection.isOver(request);
  }
}

async function answered(request: Request): Promise<Response> {
  const isAct = request.method !== 'GET' && request.method !== 'HEAD';
  const tries = isAct ? (request.headers.has(keyHeader) ? actsAreTried : 1) : readsAreTried;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await reached(request.clone());
    if (answer !== null && !passing.has(answer.status)) {
      connection.isOver(request);
      const asked = await wanted(request, answer);
      if (asked === null || !(await askPerson(asked))) {
        return answer;
      }
    } else if (attempt >= tries) {
      return answer ?? Response.error();
    } else {
      connection.isTriedAgain(request);
      await rest(waitOf(answer) ?? Math.min(mostRestMillis, 250 * 2 ** attempt));
    }
  }
}

async function reached(request: Request): Promise<Response | null> {
  try {
    return givenEarly(request) ?? (await fetch(request));
  } catch (error) {
    if (request.signal.aborted) {
      throw error;
    }
    return null;
  }
}

const waitOf = (answer: Response | null): number | undefined => {
  const seconds = Number(answer?.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
};

/** Requests that begin a session, or ask whether there is one, are answered as they are. */
const opensSession = (request: Request): boolean => /\/(sessions|sessions\/current\/second-factor|me)$/.test(new URL(request.url).pathname);

const wantedBy: Partial<Record<ErrorCode, Asked>> = {
  NOT_SIGNED_IN: 'sign-in',
  SECOND_FACTOR_NEEDED: 'sign-in',
  STEP_UP_NEEDED: 'second-factor',
};

async function wanted(request: Request, answer: Response): Promise<Asked | null> {
  if ((answer.status !== 401 && answer.status !== 403) || opensSession(request)) {
    return null;
  }
  const { code } = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as { code?: ErrorCode };
  return (code === undefined ? undefined : wantedBy[code]) ?? null;
}
