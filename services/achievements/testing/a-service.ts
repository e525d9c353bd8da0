import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller, Problem, ReviewRoute } from '@dengke/contract';
import { createService, databaseOptions, fileChecks, readConfig, ServiceConfig, takeUploads } from '@dengke/service-kit';
import { aCaller, aDatabase, aMultipart, anEnvironment, httpOf, someTokens } from '@dengke/test-kit';
import type { HttpAnswer, TestTokens, UploadPart } from '@dengke/test-kit';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AchievementsConfig } from '../src/config';
import { entities, migrations } from '../src/schema';
import { aUnit } from './a-form';
import { ledAsTheTableSays } from './as-the-table-says';

/** What accounts answers for the unit of the specs: the route of an energy unit through its municipal bureau. */
export const route: ReviewRoute = {
  routeId: 'R-city',
  version: 1,
  name: 'R-city',
  paperRequired: true,
  legs: [
    { kind: 'unit', organisationId: aUnit.id },
    { kind: 'municipal', organisationId: 'org-changzhi-energy' },
    { kind: 'organiser', organisationId: aUnit.organiserId },
    { kind: 'department', organisationId: 'org-sx-kjt' },
    { kind: 'ministry', organisationId: 'org-most' },
  ],
  unit: aUnit,
};

/** Somebody of a completing unit. */
export const someoneOf = (unitId: string, name = 'one'): Caller =>
  aCaller({ organisationId: unitId, organisationKind: 'unit', role: 'completer' }, `${unitId}-${name}`);

/** Slices of achievements behind their HTTP API, on a schema and a file folder of their own. */
export class ServiceWorld {
  private constructor(
    public app: NestFastifyApplication,
    private readonly boot: () => Promise<NestFastifyApplication>,
    readonly database: DataSource,
    readonly filesDir: string,
    private readonly tokens: TestTokens,
    private readonly accounts: Map<string, unknown>,
    private readonly endings: (() => Promise<unknown>)[],
  ) {}

  static async begin(module: Type, settings: Record<string, string> = {}): Promise<ServiceWorld> {
    const schema = await aDatabase('slices');
    const database = await new DataSource(databaseOptions(schema.url, entities, migrations)).initialize();
    await database.runMigrations();
    const answers = new Map<string, unknown>();
    const accounts = await accountsStandIn(answers);
    const filesDir = await mkdtemp(join(tmpdir(), 'dengke-files-'));
    const { port } = accounts.address() as AddressInfo;
    const environment = {
      DENGKE_DATABASE_URL: schema.url,
      DENGKE_FILES_DIR: filesDir,
      DENGKE_ACCOUNTS_URL: `http://127.0.0.1:${port}`,
      ...settings,
    };
    const tokens = await someTokens();
    const config = readConfig(AchievementsConfig, anEnvironment(environment));
    const boot = () =>
      createService({
        title: 'achievements',
        module,
        config,
        personalKeysFile: config.personalKeysFile,
        checks: fileChecks(config),
        database: { entities, migrations },
        authority: tokens.authority,
        background: false,
        prepare: takeUploads,
      });
    const endings = [
      () => new Promise((resolve) => accounts.close(resolve)),
      () => database.destroy(),
      () => schema.drop(),
      () => rm(filesDir, { recursive: true }),
    ];
    return new ServiceWorld(await boot(), boot, database, filesDir, tokens, answers, endings);
  }

  /** What accounts answers to `GET path`, whatever its query; a submission's route for everything else. */
  accountsKnows(path: string, body: unknown): void {
    this.accounts.set(path, body);
  }

  as(caller: Caller) {
    return httpOf(this.app, this.tokens).as(caller);
  }

  /** Another service of the house, or its operators. */
  get house() {
    return httpOf(this.app, this.tokens).house(this.app.get(ServiceConfig).serviceSecret);
  }

  /** Somebody who is not signed in. */
  get anonymous() {
    return httpOf(this.app, this.tokens).anonymous;
  }

  /** Sends a multipart request; `parts` or a body that is already made. `key` makes it an act. */
  async upload<T = Problem>(
    caller: Caller,
    url: string,
    body: readonly UploadPart[] | ReturnType<typeof aMultipart>,
    key?: string,
  ): Promise<HttpAnswer<T>> {
    const { payload, contentType } = 'payload' in body ? body : aMultipart(body);
    const headers = {
      ...(await this.headersOf(caller)),
      'content-type': contentType,
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    const answer = await this.app.inject({ method: 'POST', url, headers, payload });
    return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) as T };
  }

  /** The raw bytes of a download, with its headers. */
  async download(caller: Caller, url: string): Promise<{ status: number; headers: Record<string, unknown>; content: Buffer }> {
    const answer = await this.app.inject({ method: 'GET', url, headers: await this.headersOf(caller) });
    return { status: answer.statusCode, headers: answer.headers, content: answer.rawPayload };
  }

  async headersOf(caller: Caller): Promise<{ authorization: string }> {
    return { authorization: `Bearer ${await this.tokens.tokenFor(caller)}` };
  }

  /** For what only a real connection shows; the address to call. */
  async listen(): Promise<string> {
    await this.app.listen(0, '127.0.0.1');
    return this.app.getUrl();
  }

  /** The process ends and another one begins, on the same schema and files. */
  async restart(): Promise<void> {
    await this.app.close();
    this.app = await this.boot();
  }

  revoke(caller: Caller): void {
    this.tokens.revoke(caller.personId);
  }

  async end(): Promise<void> {
    try {
      await ledAsTheTableSays(this.database);
    } finally {
      await this.app.close();
      for (const ending of this.endings) {
        await ending();
      }
    }
  }
}

export const anUnknownId = (): string => randomUUID();

/** Answers as accounts does: who sits at an organisation, what it is told to know, and otherwise the route of a unit. */
async function accountsStandIn(answers: ReadonlyMap<string, unknown>): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://accounts');
    const organisationId = /^\/api\/v1\/organisations\/([^/]+)\/people$/.exec(pathname)?.[1];
    const people = organisationId === undefined ? undefined : [{ personId: `${organisationId}-one`, role: 'completer' }];
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify(answers.get(pathname) ?? people ?? (pathname === '/internal/applications/alike' ? [] : route)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
