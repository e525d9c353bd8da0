import type { RunningGateway } from '../../testing/a-gateway';
import { aGateway } from '../../testing/a-gateway';
import type { TinyService } from '../../testing/tiny-service';
import { json } from '../../testing/tiny-service';
import type { SecurityClock } from '@dengke/service-kit';
import type { UpstreamsService } from '../forwarding/upstreams.service';
import type { OpenApiDocument } from './merge-documents';
import { OpenApiService } from './openapi.service';

const operation = (schema: string, security?: unknown) => ({
  ...(security === undefined ? {} : { security }),
  responses: { 200: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } } },
});

const draft = (owner: string) => ({ properties: { owner: { $ref: `#/components/schemas/${owner}` } } });

function describes(service: TinyService, paths: Record<string, unknown>, schemas: Record<string, unknown>): void {
  service.answers((_request, reply) => json(reply, 200, { openapi: '3.0.0', info: {}, paths, components: { schemas } }));
}

describe('the public OpenAPI, which anybody may ask for', () => {
  it('asks each service once for all who ask at once, and is made anew only when one of them says otherwise', async () => {
    let asked = 0;
    let now = 0;
    const ask = async () => {
      asked += 1;
      await Promise.resolve();
      return { status: 200, text: JSON.stringify({ openapi: '3.0.0', paths: {} }) };
    };
    const openApi = new OpenApiService({ ask } as unknown as UpstreamsService, { millis: () => now } as SecurityClock);

    const [one, other] = await Promise.all([openApi.document(), openApi.document()]);
    expect(asked).toBe(3);
    expect(other).toBe(one);
    expect(await openApi.document()).toBe(one);

    now += 10_000;
    expect(await openApi.document()).not.toBe(one);
    expect(asked).toBe(6);
  });
});

describe('the public OpenAPI', () => {
  let gateway: RunningGateway;
  const read = async () => (await gateway.ask('GET', '/api/openapi.json')).json<OpenApiDocument & { 'x-missing'?: string[] }>();

  beforeEach(async () => {
    gateway = await aGateway();
    const bearer = [{ bearer: [] }];
    describes(
      gateway.accounts,
      { '/api/v1/me': { get: operation('Person', bearer) }, '/internal/token': { post: operation('Person') } },
      { Person: { type: 'object' } },
    );
    describes(
      gateway.achievements,
      {
        '/api/v1/drafts/{id}': { get: operation('Draft', bearer) },
        '/health/live': { get: operation('Draft') },
        '/api/v1/me': { get: operation('Draft') },
      },
      { Draft: draft('Person'), Person: { type: 'string' }, Inside: { type: 'object' } },
    );
    await gateway.notifications.stop();
  });
  afterEach(() => gateway.stop());

  it('holds each service’s own public paths, in order, and nothing internal', async () => {
    const { paths, openapi, servers } = await read();

    expect([openapi, servers]).toEqual(['3.0.3', [{ url: '/' }]]);
    expect(Object.keys(paths)).toEqual(['/api/v1/drafts/{id}', '/api/v1/me']);
    expect(JSON.stringify(paths['/api/v1/me'])).toContain('#/components/schemas/Person"');
  });

  it('keeps apart what two services call by one name', async () => {
    const { components } = await read();

    expect(components?.schemas).toEqual({
      Person: { type: 'object' },
      Draft: draft('achievements.Person'),
      'achievements.Person': { type: 'string' },
    });
  });

  it('asks for a session, not for the token of the house', async () => {
    const { paths } = await read();

    expect(paths['/api/v1/me']?.get?.security).toEqual([{ browser: [] }, { script: [] }]);
  });

  it('names a service that was never reached, and has it once it is there', async () => {
    const before = await read();
    describes(gateway.notifications, { '/api/v1/inbox': { get: operation('Message') } }, { Message: {} });
    await gateway.notifications.start();
    const after = await read();

    expect(before['x-missing']).toEqual(['notifications']);
    expect(after).not.toHaveProperty('x-missing');
    expect(Object.keys(after.paths)).toContain('/api/v1/inbox');
  });

  it('is shown on a page that loads nothing from elsewhere', async () => {
    const page = await gateway.ask('GET', '/api/docs');
    const start = await gateway.ask('GET', '/api/docs/swagger-ui-init.js');
    const bundle = await gateway.ask('GET', '/api/docs/swagger-ui-bundle.js');

    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(start.text).toContain('/api/openapi.json');
    expect(bundle.status).toBe(200);
  });
});
