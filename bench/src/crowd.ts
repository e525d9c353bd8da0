import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { isTyped } from './doors';

export interface Arrival {
  outcome: 'done' | 'refused' | 'error';
  /** Milliseconds from when it was to come to its answer. */
  millis: number;
  /** When it was answered, as of `performance.now()`. */
  at: number;
}

/** As long as a browser that somebody looks at. */
const patienceMillis = 15_000;
const reads = ['/submissions?limit=20', '/inbox?limit=20', '/drafts?limit=20'];

/** People who are signed in and read their lists, and every fourth time begin a draft; nobody asks twice. */
export class Crowd {
  private readonly agent = new Agent({ connections: 1_024, connect: { timeout: 10_000 } });
  private next = 0;

  constructor(
    private readonly address: string,
    private readonly sessions: readonly string[],
    private readonly form: object,
  ) {}

  /** One after the other at so many places, for so long. @returns how many were answered a second */
  async throng(places: number, seconds: number): Promise<number> {
    const until = performance.now() + seconds * 1000;
    let done = 0;
    const lane = async (): Promise<void> => {
      while (performance.now() < until) {
        const { outcome } = await this.once(performance.now());
        done += outcome === 'done' ? 1 : 0;
      }
    };
    await Promise.all(Array.from({ length: places }, lane));
    return done / seconds;
  }

  /** So many a second come, whether those before them are answered or not. */
  async come(rate: number, seconds: number): Promise<Arrival[]> {
    const started = performance.now();
    return Promise.all(
      Array.from({ length: Math.round(rate * seconds) }, async (_, at) => {
        const due = started + (at / rate) * 1000;
        await pause(due - performance.now());
        return this.once(due);
      }),
    );
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async once(due: number): Promise<Arrival> {
    const answered = (outcome: Arrival['outcome']): Arrival => ({ outcome, millis: performance.now() - due, at: performance.now() });
    try {
      const { statusCode, body } = await this.ask((this.next += 1));
      const text = await body.text();
      return answered(statusCode < 300 ? 'done' : isTyped(statusCode, text) ? 'refused' : 'error');
    } catch {
      return answered('error');
    }
  }

  private ask(nth: number) {
    const headers = { authorization: `Session ${this.sessions[nth % this.sessions.length]}` };
    const own = { dispatcher: this.agent, headersTimeout: patienceMillis, bodyTimeout: patienceMillis };
    return nth % 4 === 0
      ? request(`${this.address}/api/v1/drafts`, {
          ...{ ...own, method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() } },
          body: JSON.stringify({ form: this.form }),
        })
      : request(`${this.address}/api/v1${reads[nth % reads.length]}`, { ...own, headers });
  }
}
