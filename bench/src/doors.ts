import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '@dengke/contract';
import { refusals } from '@dengke/contract';
import { Agent, request } from 'undici';

interface Answer {
  outcome: 'in' | 'refused' | 'error';
  millis: number;
}

/** Many people at the sign-in, one after the other of the list. */
export class Doors {
  private readonly agent = new Agent({ connections: 512, connect: { timeout: 10_000 } });
  private next = 0;
  /** The session of whoever reads. */
  private reader: string | undefined;

  constructor(
    private readonly address: string,
    private readonly logins: readonly string[],
    private readonly password: string,
  ) {}

  /** @throws Error when it is refused */
  async mustSignIn(): Promise<string> {
    const { status, session, text } = await this.signIn();
    if (status !== 201) {
      throw new Error(`The sign-in was answered with ${status} ${text}`);
    }
    return session;
  }

  /** So many a second come, whether those before them are in or not. */
  async knock(rate: number, seconds: number): Promise<Answer[]> {
    const started = performance.now();
    return Promise.all(
      Array.from({ length: Math.round(rate * seconds) }, async (_, at) => {
        await pause((at / rate) * 1000);
        return this.tried(started + (at / rate) * 1000);
      }),
    );
  }

  /** Milliseconds of plain reads of somebody who is signed in already, for as long as something else lasts. */
  async readWhile(something: Promise<unknown>, everyMillis: number): Promise<number[]> {
    const latencies: number[] = [];
    let lasts = true;
    const over = something.finally(() => (lasts = false));
    this.reader ??= await this.mustSignIn();
    while (lasts) {
      const started = performance.now();
      const { statusCode, body } = await request(`${this.address}/api/v1/me`, {
        ...{ dispatcher: this.agent, headers: { authorization: `Session ${this.reader}` } },
      });
      await body.dump();
      if (statusCode !== 200) {
        throw new Error(`A plain read was answered with ${statusCode}`);
      }
      latencies.push(performance.now() - started);
      await pause(everyMillis);
    }
    await over;
    return latencies;
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async tried(due: number): Promise<Answer> {
    try {
      const { status, text } = await this.signIn();
      return { outcome: status === 201 ? 'in' : isTyped(status, text) ? 'refused' : 'error', millis: performance.now() - due };
    } catch {
      return { outcome: 'error', millis: performance.now() - due };
    }
  }

  private async signIn(): Promise<{ status: number; session: string; text: string }> {
    const login = this.logins[(this.next += 1) % this.logins.length];
    const { statusCode, headers, body } = await request(`${this.address}/api/v1/sessions`, {
      ...{ dispatcher: this.agent, method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ login, password: this.password }),
    });
    return { status: statusCode, session: String(headers['x-dengke-session'] ?? ''), text: await body.text() };
  }
}

/** 429 or 503 with a code of the table: the caller knows that it may come again. */
export function isTyped(status: number, text: string): boolean {
  const { code } = JSON.parse(text) as Partial<Problem>;
  return (status === 429 || status === 503) && code !== undefined && refusals[code].status === status;
}
