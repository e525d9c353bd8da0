import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
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
  /** One connection, raw: what comes back until it is closed. */
  const exchange = async (sent: string): Promise<string> => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(sent);
    return text(socket);
  };
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

  it.each([
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 40'],
    ['a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked'],
    ['chunks that are disguised', 'Transfer-Encoding: chunked, identity'],
    ['a header folded over two lines', 'Content-Length: 2\r\nX-More: a\r\n b'],
  ])('of %s is one request and ends the connection: nothing is smuggled behind it', async (_, headers) => {
    const smuggled = 'GET /api/v1/register HTTP/1.1\r\nHost: gateway\r\n\r\n';
    const answers = await exchange(`POST /api/v1/register HTTP/1.1\r\nHost: gateway\r\n${headers}\r\n\r\n0\r\n\r\n${smuggled}`);

    expect(answers.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 400']);
  });

  it.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND'])('by %s is not answered with what was sent', async (method) => {
    const answers = await exchange(
      `${method} /api/v1/register HTTP/1.1\r\nHost: gateway\r\nCookie: dengke_session=secret\r\nConnection: close\r\n\r\n`,
    );

    expect(answers).not.toMatch(/HTTP\/1\.1 2|secret/);
  });

  it('from another origin is told of no permission, before it or after it', async () => {
    const elsewhere = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    const before = await gateway.ask('OPTIONS', '/api/v1/register', elsewhere);
    const after = await gateway.ask('GET', '/api/v1/register', elsewhere);

    expect(Object.keys({ ...before.headers, ...after.headers }).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('to a path that nobody answers is told apart from nothing else', async () => {
    const { status, text } = await gateway.ask('POST', '/api/v1/no-such-thing', json, '{');

    expect([status, (JSON.parse(text) as Problem).code]).toEqual([404, 'NOT_FOUND']);
  });
});
