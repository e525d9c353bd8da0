import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { generateSync } from 'otplib';
import { DataSource } from 'typeorm';
import type { Caller, Problem } from '@dengke/contract';
import { createService, databaseOptions, migrateService, PersonalData, readConfig, SecurityClock } from '@dengke/service-kit';
import { aDatabase, anEnvironment, httpOf } from '@dengke/test-kit';
import type { HttpAnswer, HttpOptions } from '@dengke/test-kit';
import { AccountsConfig } from '../src/config';
import { database as schema } from '../src/database';
import { loadSeed } from '../src/seed/load-seed';
import { readSeed } from '../src/seed/seed-files';
import type { SeededPerson } from '../src/seed/seed-files';
import { accounts } from '../src/service';
import type { SignedInDto } from '../src/sign-in/sign-in.dto';

export const demoPassword = 'Dengke-Demo-2023!';
const secret = anEnvironment().DENGKE_SERVICE_SECRET ?? '';
const gateway = '203.0.113.7';

/** Somebody signed in: every call gets a fresh token first, as the gateway does. */
export interface SignedInClient {
  session: string;
  signedIn: SignedInDto;
  token(): Promise<string>;
  caller(): Promise<Caller>;
  get<T = Problem>(path: string): Promise<HttpAnswer<T>>;
  post<T = Problem>(path: string, body: unknown, key?: string): Promise<HttpAnswer<T>>;
  put<T = Problem>(path: string, body: unknown, key?: string): Promise<HttpAnswer<T>>;
  delete<T = Problem>(path: string): Promise<HttpAnswer<T>>;
}

export interface AccountsHouse {
  app: NestFastifyApplication;
  database: DataSource;
  inside: ReturnType<ReturnType<typeof httpOf>['house']>;
  outside: ReturnType<typeof httpOf>['anonymous'];
  tryToSignIn(login: string, password?: string, from?: string, code?: string): Promise<HttpAnswer<SignedInDto & Problem>>;
  /** With a code of the authenticator app where the seed has enrolled one. */
  signIn(login: string, password?: string): Promise<SignedInClient>;
  /** Whoever a sign-in let in. */
  clientOf(answer: HttpAnswer<SignedInDto & Problem>): SignedInClient;
  close(): Promise<void>;
}

/** What the authenticator app shows now, or so many steps of thirty seconds later. */
export const codeOf = (secret: string, stepsLater = 0): string =>
  generateSync({ secret, epoch: Math.floor(new SecurityClock().millis() / 1000) + stepsLater * 30 });

const goOn = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** Only the wall clock stands still, for specs of instants; timers, sockets and hashing go on. `jest.setSystemTime` moves it. */
export const standStill = (instant: string) => jest.useFakeTimers({ now: new Date(instant), doNotFake: [...goOn] });

/** Accounts on its own schema with the demonstration seed, without a socket. */
export async function anAccountsHouse(overrides: Record<string, string> = {}): Promise<AccountsHouse> {
  const [schemaOfSpec, folder] = await Promise.all([aDatabase('accounts'), mkdtemp(join(tmpdir(), 'dengke-accounts-'))]);
  const signingKeyFile = join(folder, 'signing-key.pem');
  await writeFile(signingKeyFile, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const own = {
    DENGKE_DATABASE_URL: schemaOfSpec.url,
    DENGKE_SIGNING_KEY_FILE: signingKeyFile,
    DENGKE_FILES_DIR: join(folder, 'files'),
  };
  const environment = anEnvironment({ ...own, ...overrides });
  const config = readConfig(AccountsConfig, environment);
  await migrateService(databaseOptions(schemaOfSpec.url, schema.entities, schema.migrations), async (source) =>
    loadSeed(source, await readSeed(true), PersonalData.from(config.personalKeysFile)),
  );
  const app = await createService({ ...accounts(config), background: false });
  const close = async () => {
    await app.close();
    await schemaOfSpec.drop();
    await rm(folder, { recursive: true });
  };
  return { app, database: app.get(DataSource), ...doors(app, (await readSeed(true)).people), close };
}

function doors(
  app: NestFastifyApplication,
  people: readonly SeededPerson[],
): Pick<AccountsHouse, 'inside' | 'outside' | 'tryToSignIn' | 'signIn' | 'clientOf'> {
  const http = httpOf(app, { tokenFor: () => Promise.reject(new Error('sign in')) });
  const inside = http.house(secret);
  const outside = http.anonymous;
  const tryToSignIn: AccountsHouse['tryToSignIn'] = (login, password = demoPassword, from = gateway, code = undefined) =>
    inside.post('/api/v1/sessions', { login, password, code }, { headers: { 'x-forwarded-for': from } });
  const signIn: AccountsHouse['signIn'] = async (login, password) => {
    const { id, totpSecret } = people.find((person) => person.login === login) ?? {};
    // Specs sign the same people in more often than once in thirty seconds.
    await app.get(DataSource).query('update totp_secret set lastStep = null where personId = ?', [id ?? null]);
    return clientOf(await tryToSignIn(login, password, gateway, totpSecret && codeOf(totpSecret)));
  };
  const clientOf: AccountsHouse['clientOf'] = ({ status, headers, body }) => {
    if (status !== 201 && status !== 200) {
      throw new Error(`The sign-in was refused: ${body.code}`);
    }
    return clientIn(inside, outside, String(headers['x-dengke-session']), body);
  };
  return { inside, outside, tryToSignIn, signIn, clientOf };
}

function clientIn(
  inside: AccountsHouse['inside'],
  outside: AccountsHouse['outside'],
  session: string,
  signedIn: SignedInDto,
): SignedInClient {
  const mint = async () => (await inside.post<{ token: string; caller: Caller }>('/internal/token', { session })).body;
  const headers = async (key?: string): Promise<HttpOptions> => ({
    headers: { authorization: `Bearer ${(await mint()).token}` },
    ...(key === undefined ? {} : { key }),
  });
  return {
    session,
    signedIn,
    token: async () => (await mint()).token,
    caller: async () => (await mint()).caller,
    get: async <T>(path: string) => outside.get<T>(`/api/v1${path}`, await headers()),
    post: async <T>(path: string, body: unknown, key?: string) => outside.post<T>(`/api/v1${path}`, body, await headers(key)),
    put: async <T>(path: string, body: unknown, key?: string) => outside.put<T>(`/api/v1${path}`, body, await headers(key)),
    delete: async <T>(path: string) => outside.delete<T>(`/api/v1${path}`, await headers()),
  };
}
