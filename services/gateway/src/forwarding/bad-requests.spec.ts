import type { AddressInfo } from 'node:net';
import { errorSentences } from '@dengke/contract';
import type { ErrorCode, Problem } from '@dengke/contract';
import { createService, HouseConfig, Public, readConfig } from '@dengke/service-kit';
import { anEnvironment } from '@dengke/test-kit';
import { Body, Controller, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsInt, IsString } from 'class-validator';
import { aGateway } from '../../testing/a-gateway';
import type { RunningGateway } from '../../testing/a-gateway';

class SampleForm {
  @IsString() name!: string;
  @IsInt() year!: number;
}

@Controller('register')
class SampleController {
  @Post()
  @Public()
  take(@Body() { name }: SampleForm) {
    return { name };
  }
}

@Module({ controllers: [SampleController] })
class SampleModule {}

const json = { 'content-type': 'application/json' };
const mib = 1024 * 1024;

describe('a bad request, through the gateway to a service', () => {
  let service: NestFastifyApplication;
  let gateway: RunningGateway;
  beforeAll(async () => {
    const config = readConfig(HouseConfig, anEnvironment());
    service = await createService({ title: 'sample', module: SampleModule, config, prefix: 'api/v1' });
    await service.listen(0, '127.0.0.1');
    const { port } = service.getHttpServer().address() as AddressInfo;
    gateway = await aGateway({ DENGKE_ACHIEVEMENTS_URL: `http://127.0.0.1:${port}` });
  });
  afterAll(async () => {
    await gateway.stop();
    await service.close();
  });

  it('is one among others that are taken', async () => {
    const { status, text } = await gateway.ask('POST', '/api/v1/register', json, JSON.stringify({ name: '成果', year: 2023 }));

    expect({ status, body: JSON.parse(text) as unknown }).toEqual({ status: 201, body: { name: '成果' } });
  });

  it.each<[string, Record<string, string>, string, number, ErrorCode]>([
    ['JSON that ends too early', json, '{"name":"成果"', 400, 'MALFORMED'],
    ['JSON that is none', json, 'name=成果', 400, 'MALFORMED'],
    ['nothing where a body is due', json, '', 400, 'MALFORMED'],
    ['JSON that is no object', json, '[1]', 400, 'MALFORMED'],
    ['fields missing and unknown', json, '{"secret":1}', 422, 'INVALID_INPUT'],
    ['a form of a page', { 'content-type': 'application/x-www-form-urlencoded' }, 'name=a', 415, 'MEDIA_TYPE_REFUSED'],
    ['plain text', { 'content-type': 'text/plain' }, '{"name":"a"}', 415, 'MEDIA_TYPE_REFUSED'],
    ['XML', { 'content-type': 'application/xml' }, '<name/>', 415, 'MEDIA_TYPE_REFUSED'],
    ['a type that is none', { 'content-type': 'json' }, '{}', 415, 'MEDIA_TYPE_REFUSED'],
    ['JSON of more than a megabyte', json, JSON.stringify({ name: 'x'.repeat(mib) }), 413, 'FILE_TOO_LARGE'],
  ])('of %s is refused with its code and its sentence, and nothing of how it is made inside', async (_, headers, body, status, code) => {
    const answer = await gateway.ask('POST', '/api/v1/register', headers, body);
    const problem = answer.json<Problem>();

    expect([answer.status, problem.code, problem.detail]).toEqual([status, code, errorSentences[code]]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(problem.detail).toMatch(/^[\u4e00-\u9fff].*。$/);
    expect(answer.text).not.toMatch(/stack|node_modules|Unexpected token|class-validator|SampleForm/);
  });

  it('to a path that nobody answers is told apart from nothing else', async () => {
    const { status, text } = await gateway.ask('POST', '/api/v1/no-such-thing', json, '{');

    expect([status, (JSON.parse(text) as Problem).code]).toEqual([404, 'NOT_FOUND']);
  });
});
