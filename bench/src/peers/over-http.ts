import { randomUUID } from 'node:crypto';
import { Agent, request } from 'undici';
import { load } from '../measure';
import type { Decided } from '../measure';
import { actsPerSubmission } from '../ours';

/** One address that is asked with JSON over connections that stay. */
export class Caller {
  private readonly agent = new Agent({ connections: 64 });

  constructor(private readonly address: string) {}

  /** @returns what was answered; @throws Error when it was refused */
  async call<Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await request(`${this.address}${path}`, { dispatcher: this.agent, method, ...sent });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) {
      throw new Error(`${method} ${path} was answered with ${answer.statusCode} ${text.slice(0, 500)}`);
    }
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}

/** How a peer is told the three things that happen to a case. */
export interface CaseCalls {
  /** @returns by what the case is called from then on; the id proposed, where the peer takes one */
  start(proposed: string): Promise<string>;
  /** Answered once the decision is durable. */
  decide(id: string, number: number): Promise<void>;
  /** Resolves once the case has ended. */
  ended(id: string): Promise<void>;
}

export async function prepareBy(calls: CaseCalls, count: number): Promise<string[]> {
  const ids: string[] = [];
  const jobs = Array.from({ length: count }, () => async () => {
    ids.push(await calls.start(randomUUID()));
  });
  await load(8, jobs);
  return ids;
}

export async function decideBy(calls: CaseCalls, clients: number, ids: readonly string[]): Promise<Decided> {
  const started = performance.now();
  const acknowledged = await load(
    clients,
    ids.map((id) => async (timed) => {
      for (let number = 1; number <= actsPerSubmission; number += 1) {
        await timed(() => calls.decide(id, number));
      }
    }),
  );
  await load(
    8,
    ids.map((id) => () => calls.ended(id)),
  );
  return { ...acknowledged, followed: performance.now() - started };
}
