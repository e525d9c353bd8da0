import { Body, Controller, Delete, Get, Injectable, Module, Param, Post, Query } from '@nestjs/common';
import { IsInt, IsString, Length, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { aCaller, aDatabase, anEnvironment, httpOf, someTokens } from '@dengke/test-kit';
import type { TestDatabase, TestTokens } from '@dengke/test-kit';
import type { Caller } from '@dengke/contract';
import { BusinessClock } from '../clock/business-clock';
import { readConfig } from '../config/config';
import { ServiceConfig } from '../config/service-config';
import { Act, Allow, Confirmed, Internal, Public, PublicAct, SignedIn } from '../http/access';
import { DomainError } from '../http/domain-error';
import { ActKey, Me } from '../http/request';
import { createService } from './create-service';
import { Log } from './log';

class SamplePlace {
  @IsString() city!: string;
}
class SampleRegistration {
  @IsString() @Length(2, 10) name!: string;
  @IsInt() @Min(1) year!: number;
  @ValidateNested() @Type(() => SamplePlace) place!: SamplePlace;
}
class SamplePage {
  @Type(() => Number) @IsInt() page: number = 1;
}

@Injectable()
class Things {
  constructor(private readonly clock: BusinessClock) {}

  now = async () => {
    const first = this.clock.now();
    await new Promise((resolve) => setImmediate(resolve));
    return { same: first === this.clock.now() };
  };
}

@Controller('things')
class ThingsController {
  constructor(private readonly things: Things) {}

  @Get('open') @Public() open(@Query() query: SamplePage) {
    return query;
  }
  @Get('mine') @SignedIn() mine(@Me() me: Caller) {
    return me;
  }
  @Get('desk') @Allow('submission.decide') desk() {
    return { ok: true };
  }
  @Get('file') @SignedIn() @Confirmed() file() {
    return { ok: true };
  }
  @Get('house') @Internal() house() {
    return { ok: true };
  }
  @Get('clock') @Public() clock() {
    return this.things.now();
  }
  @Post(':id/release') @Act() @Allow('credential.issue') release(@Param('id') id: string, @ActKey() key: string) {
    return { id, key };
  }
  @Post('apply') @PublicAct() apply(@ActKey() key: string) {
    return { key };
  }
  @Post() @Public() register(@Body() body: SampleRegistration) {
    return { year: body.year + 1 };
  }
  @Delete() @Public() fail() {
    throw new TypeError('张三 13900000000');
  }
  @Get('refused') @Public() refuse() {
    throw new DomainError('STAGE_ALREADY_DECIDED', { state: 'in-review' });
  }
}

@Module({ controllers: [ThingsController], providers: [Things] })
class ThingsModule {}

@Controller('forgotten')
class ForgottenController {
  @Get() nobody() {
    return {};
  }
  @Post() @Public() @Act() anybody() {
    return {};
  }
}
@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

const unitAdmin = aCaller({ role: 'unitAdmin' }, 'admin-1');
const completer = aCaller({}, 'completer-1');
const clerk = aCaller({ role: 'manager', organisationKind: 'municipal' }, 'clerk-1');
const key = 'key-00000001';

describe('a service of the house', () => {
  let database: TestDatabase;
  let tokens: TestTokens;
  let app: NestFastifyApplication;
  let config: ServiceConfig;

  const http = () => httpOf(app, tokens);
  const definition = (module: typeof ThingsModule) => ({
    title: 'things',
    module,
    config,
    database: { entities: [], migrations: [] },
    authority: tokens.authority,
    background: false,
  });

  beforeAll(async () => {
    database = await aDatabase('boot');
    tokens = await someTokens();
    config = readConfig(ServiceConfig, anEnvironment({ DENGKE_DATABASE_URL: database.url }));
    app = await createService(definition(ThingsModule));
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('does not boot while a route says nothing of who may call it', async () => {
    const boot = createService(definition(ForgottenModule));

    await expect(boot).rejects.toThrow(/ForgottenController\.nobody names nobody.*ForgottenController\.anybody is an act of nobody/);
  });

  describe('who may call', () => {
    it.each([
      ['anybody, an open route', 'GET', '/things/open', undefined, 200],
      ['nobody, a route for the signed-in', 'GET', '/things/mine', undefined, 401],
      ['a completer, a route for the signed-in', 'GET', '/things/mine', completer, 200],
      ['nobody, a desk', 'GET', '/things/desk', undefined, 401],
      ['a completer, a desk', 'GET', '/things/desk', completer, 403],
      ['a clerk, a desk', 'GET', '/things/desk', clerk, 200],
      ['a person, a route of the house', 'GET', '/things/house', clerk, 401],
      ['nobody, an act', 'POST', '/things/1/release', undefined, 401],
      ['a completer, an act of the unit administrator', 'POST', '/things/1/release', completer, 403],
      ['a unit administrator, an act', 'POST', '/things/1/release', unitAdmin, 201],
    ] as const)('%s', async (_, method, url, caller, status) => {
      const calls = caller === undefined ? http().anonymous : http().as(caller);

      const answer = method === 'GET' ? await calls.get(url) : await calls.post(url, {}, { key });

      expect(answer.status).toBe(status);
    });

    it('lets the house in by its secret only', async () => {
      expect((await http().house(config.serviceSecret).get('/things/house')).status).toBe(200);
      expect((await http().house('only-for-specs-0123456788').get('/things/house')).status).toBe(401);
      expect((await http().house('').get('/things/house')).status).toBe(401);
    });

    it('takes only a token of accounts, for the services, that has not run out', async () => {
      const ask = async (token: string) =>
        (await http().anonymous.get('/things/mine', { headers: { authorization: `Bearer ${token}` } })).status;
      const stranger = await someTokens();

      expect(await ask(await tokens.tokenFor(completer))).toBe(200);
      expect(await ask(await stranger.tokenFor(completer))).toBe(401);
      expect(await ask(await tokens.tokenFor(completer, { audience: 'others' }))).toBe(401);
      expect(await ask(await tokens.tokenFor(completer, { issuer: 'others' }))).toBe(401);
      expect(await ask(await tokens.tokenFor(completer, { expiresIn: '-1m' }))).toBe(401);
      expect(await ask('eyJhbGciOiJub25lIn0.e30.x')).toBe(401);
    });

    it('asks accounts again before an act and before a download', async () => {
      const leaver = aCaller({ role: 'unitAdmin' }, 'leaver');
      tokens.revoke('leaver');

      expect((await http().as(leaver).get('/things/mine')).status).toBe(200);
      expect((await http().as(leaver).get('/things/file')).body.code).toBe('NOT_SIGNED_IN');
      expect((await http().as(leaver).post('/things/1/release', {}, { key })).body.code).toBe('NOT_SIGNED_IN');
    });

    it.each([undefined, 'short', 'with spaces in it', 'x'.repeat(129)])('refuses an act under the key %p', async (bad) => {
      const answer = await http()
        .as(unitAdmin)
        .post('/things/1/release', {}, bad === undefined ? {} : { key: bad });

      expect(answer).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY_KEY_MISSING' } });
    });

    it('hands the act its key and the caller', async () => {
      expect((await http().as(unitAdmin).post('/things/7/release', {}, { key })).body).toEqual({ id: '7', key });
      expect((await http().as(completer).get('/things/mine')).body).toEqual(completer);
    });

    it('takes a public act from anybody, under a key', async () => {
      expect(await http().anonymous.post('/things/apply', {}, { key })).toMatchObject({ status: 201, body: { key } });
      expect((await http().anonymous.post('/things/apply', {}, { key: 'short' })).body.code).toBe('IDEMPOTENCY_KEY_MISSING');
    });
  });

  describe('a refusal', () => {
    it.each([
      ['a form', 'application/x-www-form-urlencoded', 'name=%E5%BC%A0%E4%B8%89&year=2023'],
      ['plain text', 'text/plain', '张三 13900000000'],
      ['JSON by another name', 'text/json', '{"name":"张三"}'],
      ['xml', 'application/xml', '<name>张三</name>'],
    ])('meets %s, whatever it says: a body is JSON', async (_, type, body) => {
      const answer = await http().anonymous.post('/things', body, { headers: { 'content-type': type } });

      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer).toMatchObject({ status: 415, body: { code: 'MEDIA_TYPE_REFUSED' } });
      expect(JSON.stringify(answer.body)).not.toContain('张三');
    });

    it('is problem+json from the table of codes', async () => {
      const traceId = '0af7651916cd43dd8448eb211c80319c';
      const answer = await http().anonymous.get('/things/refused', { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } });

      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer).toMatchObject({
        status: 409,
        body: {
          type: 'urn:dengke:problem:stage-already-decided',
          title: 'This stage has been decided meanwhile',
          status: 409,
          code: 'STAGE_ALREADY_DECIDED',
          detail: '该环节已由他人办结，请刷新后查看。',
          details: { state: 'in-review' },
          traceId,
        },
      });
    });

    it('names every wrong field, its rule and the sentence of it, never a value', async () => {
      const answer = await http().anonymous.post('/things', { name: '一', place: { city: 5 }, extra: true });

      expect(answer.status).toBe(422);
      expect(answer.body.code).toBe('INVALID_INPUT');
      expect(answer.body.details).toEqual({
        fields: expect.arrayContaining([
          { field: 'extra', reason: 'unknown', sentence: '没有此项，请删除' },
          { label: '名称（姓名）', field: 'name', reason: 'isLength', limits: [2, 10], sentence: '长度应为2至10个字符' },
          { label: '年度', field: 'year', reason: 'isInt', sentence: '此项必填' },
          { label: '年度', field: 'year', reason: 'min', limits: [1], sentence: '此项必填' },
          { field: 'place.city', reason: 'isString', sentence: '应填写文字' },
        ]) as unknown,
      });
    });

    it('tells nothing of an unforeseen error but the trace', async () => {
      const answer = await http().anonymous.delete('/things');

      expect(answer.status).toBe(500);
      expect(Object.keys(answer.body).sort()).toEqual(['code', 'detail', 'status', 'title', 'traceId', 'type']);
      expect(JSON.stringify(answer)).not.toMatch(/张三|139/);
    });

    it.each([
      ['an unknown path', '/nowhere', undefined, 404, 'NOT_FOUND'],
      ['JSON that is none', '/things', '{"name":', 400, 'MALFORMED'],
      ['a body beyond the limit', '/things', `{"name":"${'x'.repeat(1024 * 1024)}"}`, 413, 'FILE_TOO_LARGE'],
    ] as const)('answers %s by its code', async (_, url, body, status, code) => {
      const answer = body === undefined ? await http().anonymous.get(url) : await http().anonymous.post(url, body);

      expect(answer.status).toBe(status);
      expect(answer.body).toMatchObject({ code, status });
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    });
  });

  it('takes a query that says one thing twice for malformed, and a body that reaches for prototypes too', async () => {
    const twice = await http().anonymous.get('/things/open?page=1&page=2');
    const prototype = await http().anonymous.post('/things', '{"name":"一二","year":1,"place":{"city":"a"},"__proto__":{"admin":true}}');
    const constructor = await http().anonymous.post(
      '/things',
      '{"name":"一二","year":1,"place":{"city":"a"},"constructor":{"prototype":{"admin":true}}}',
    );

    expect([twice.body.code, prototype.body.code, constructor.body.code]).toEqual(['INVALID_INPUT', 'MALFORMED', 'MALFORMED']);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('says who was refused in its log, by id, and nobody where nobody was known', async () => {
    const log = app.get(Log);
    const lines = jest.spyOn(log, 'at');
    await http().as(completer).get('/things/desk');
    await http().anonymous.get('/things/mine');

    const refusals = lines.mock.calls.flatMap(([, message, fields]) => (message === 'refused' ? [fields] : []));
    expect(refusals).toEqual([
      expect.objectContaining({ code: 'NOT_ALLOWED', personId: 'completer-1', route: '/things/desk' }),
      expect.not.objectContaining({ personId: expect.anything() as unknown }),
    ]);
    lines.mockRestore();
  });

  it('reads the business clock once for a request', async () => {
    expect((await http().anonymous.get('/things/clock')).body).toEqual({ same: true });
  });

  it('converts what comes in, and answers with strict headers', async () => {
    const answer = await http().anonymous.get('/things/open?page=3');

    expect(answer.body).toEqual({ page: 3 });
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none';base-uri 'none';frame-ancestors 'none'",
    });
  });

  it('is live, ready with its database, and degraded without Temporal', async () => {
    expect((await http().anonymous.get('/health/live')).body).toEqual({ status: 'live' });
    expect(await http().anonymous.get('/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'degraded', checks: { database: 'up', temporal: 'down' } },
    });
  });

  it('describes its routes as OpenAPI 3.0', async () => {
    const { body } = await http().anonymous.get<{ openapi: string; paths: Record<string, object>; components: { schemas: object } }>(
      '/openapi.json',
    );

    expect(body.openapi).toBe('3.0.0');
    expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/things/{id}/release', '/internal/feed', '/health/ready']));
  });
});
