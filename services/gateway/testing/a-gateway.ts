import type { AddressInfo } from 'node:net';
import { createService, readConfig } from '@dengke/service-kit';
import { anEnvironment } from '@dengke/test-kit';
import { request } from 'undici';
import type { Dispatcher } from 'undici';
import { GatewayConfig } from '../src/config';
import { gateway } from '../src/gateway';
import { json, TinyService } from './tiny-service';

export const session = 'opaque-session-0123456789';
export const secret = 'only-for-specs-0123456789';

export interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  json<T = { code: string }>(): T;
}

/** The gateway as it boots, listening, before three tiny services; accounts knows one session. */
export async function aGateway(overrides: Record<string, string> = {}) {
  const accounts = await new TinyService().start();
  const achievements = await new TinyService().start();
  const notifications = await new TinyService().start();
  knowsOneSession(accounts);
  const environment = anEnvironment({
    DENGKE_SERVICE_SECRET: secret,
    DENGKE_ACCOUNTS_URL: accounts.url,
    DENGKE_ACHIEVEMENTS_URL: achievements.url,
    DENGKE_NOTIFICATIONS_URL: notifications.url,
    ...overrides,
  });
  const app = await createService(gateway(readConfig(GatewayConfig, environment)));
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const ask = async (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body: Dispatcher.DispatchOptions['body'] = null,
  ): Promise<Answered> => {
    const answer = await request(url + path, { method: method, headers, body });
    const text = await answer.body.text();
    return { status: answer.statusCode, headers: answer.headers, text, json: <T>() => JSON.parse(text) as T };
  };
  const stop = async (): Promise<void> => {
    await app.close();
    await Promise.all([accounts, achievements, notifications].map((service) => service.stop()));
  };
  return { url, ask, stop, accounts, achievements, notifications };
}

export type RunningGateway = Awaited<ReturnType<typeof aGateway>>;

/** Accounts as far as the gateway needs it: sign-in, sign-out and the token of the one session. */
export function knowsOneSession(accounts: TinyService): void {
  accounts.answers(async (request, reply, body) => {
    if (request.url === '/internal/token') {
      const known = (JSON.parse(await body()) as { session: string }).session === session;
      json(reply, known ? 200 : 401, known ? { token: 'a.signed.token' } : { code: 'NOT_SIGNED_IN' });
    } else if (request.method === 'POST') {
      json(reply, 201, { person: { id: 'p' } }, { 'x-dengke-session': session, 'set-cookie': 'stray=1' });
    } else {
      reply.writeHead(204, { 'x-dengke-session': '' }).end();
    }
  });
}
