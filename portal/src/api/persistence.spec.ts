/** @jest-environment ./portal/testing/dom-environment.cjs */
import { api, answerOf } from './client';
import { gate } from './gate';
import { connection } from './connection';

interface Seen {
  method: string;
  path: string;
  key: string | null;
  body: string;
}

/** The system, as far as the client sees it: answers in the given order, null being none at all. */
function aSystem(...answers: (Response | null)[]): Seen[] {
  const seen: Seen[] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    seen.push({
      method: request.method,
      path: new URL(request.url).pathname,
      key: request.headers.get('idempotency-key'),
      body: await request.clone().text(),
    });
    const answer = answers.shift();
    if (answer === undefined || answer === null) {
      throw new TypeError('network');
    }
    return answer;
  };
  return seen;
}

const refused = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ code, status, title: 'in English', traceId: 't' }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
const throwAway = () => answerOf(api.DELETE('/drafts/{id}', { params: { path: { id: 'd1' } } }));
const handOn = () => answerOf(api.PUT('/password', { body: { current: 'a', next: 'b' } }));

describe('an act of the portal', () => {
  it('that got lost is sent again under its one key, and the notice says so meanwhile', async () => {
    const seen = aSystem(null, refused(503, 'BUSY', { 'retry-after': '0' }), new Response(null, { status: 204 }));
    const told: boolean[] = [];
    connection.subscribe(() => told.push(connection.isUp()));

    await throwAway();

    expect(seen).toHaveLength(3);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
    expect(seen[0]?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(told).toEqual([false, true]);
  });

  it('is said to be tried again, too, where only a part of the system is away, until that one is answered', async () => {
    aSystem(refused(503, 'UNAVAILABLE', { 'retry-after': '0.05' }), Response.json([]), new Response(null, { status: 204 }));
    const away = throwAway();
    await until(() => !connection.isUp());

    await answerOf(api.GET('/drafts'));
    expect(connection.isUp()).toBe(false);
    await away;
    expect(connection.isUp()).toBe(true);
  });

  it('has another key each time it is done anew', async () => {
    const seen = aSystem(new Response(null, { status: 204 }), new Response(null, { status: 204 }));

    await throwAway();
    await throwAway();

    expect(seen[0]?.key).not.toBe(seen[1]?.key);
  });

  it('that is refused says its code, and is not sent again', async () => {
    const seen = aSystem(refused(409, 'VERSION_CONFLICT'));

    await expect(throwAway()).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    expect(seen).toHaveLength(1);
  });
});

describe('a session that is over', () => {
  it('is asked for once, in place, and what waited goes on with its key and body', async () => {
    const seen = aSystem(
      refused(401, 'NOT_SIGNED_IN'),
      refused(401, 'NOT_SIGNED_IN'),
      new Response(null, { status: 204 }),
      new Response(null, { status: 204 }),
    );
    const asked: unknown[] = [];
    const stop = gate.subscribe(() => asked.push(gate.asked()));

    const both = Promise.all([throwAway(), handOn()]);
    await until(() => seen.length === 2 && gate.asked() === 'sign-in');
    gate.settle(true);
    await both;
    stop();

    expect(asked).toEqual(['sign-in', null]);
    for (const { path } of seen.slice(0, 2)) {
      const [first, again] = seen.filter((one) => one.path === path);
      expect(again).toEqual(first);
    }
  });

  it('refuses what waited where the person would rather not', async () => {
    aSystem(refused(403, 'STEP_UP_NEEDED'));

    const refusal = expect(throwAway()).rejects.toMatchObject({ code: 'STEP_UP_NEEDED' });
    await until(() => gate.asked() === 'second-factor');
    gate.settle(false);

    await refusal;
  });

  it('is no reason to ask strangers: who looks whether he is signed in is told', async () => {
    aSystem(refused(401, 'NOT_SIGNED_IN'));

    await expect(answerOf(api.GET('/me'))).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(gate.asked()).toBeNull();
  });
});

describe('a list', () => {
  it('that cannot be had says that the system is not reachable', async () => {
    jest.useFakeTimers({ advanceTimers: 50 });
    const seen = aSystem();

    await expect(answerOf(api.GET('/drafts'))).rejects.toMatchObject({ code: 'UNREACHABLE' });
    jest.useRealTimers();

    expect(seen.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
    expect(connection.isUp()).toBe(true);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
