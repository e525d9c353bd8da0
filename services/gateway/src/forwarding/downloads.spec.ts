import type { RunningGateway } from '../../testing/a-gateway';
import { aGateway, session } from '../../testing/a-gateway';

const file = {
  'content-type': 'application/pdf',
  'content-disposition': 'attachment; filename="a.pdf"',
  'x-content-type-options': 'nosniff',
};
const script = { authorization: `Session ${session}` };

describe('a file that goes through the gateway', () => {
  let gateway: RunningGateway;
  beforeEach(async () => {
    gateway = await aGateway();
  });
  afterEach(() => gateway.stop());

  it('is a download in a sandbox, never a page of our origin', async () => {
    gateway.achievements.answers(
      (_request, reply) => void reply.writeHead(200, { ...file, 'cache-control': 'private, no-store' }).end('%PDF'),
    );

    const { headers } = await gateway.ask('GET', '/api/v1/drafts/1/evidence/2/file', script);

    expect(headers).toMatchObject({
      ...file,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
    });
  });

  it('is not there now where the service breaks off before its first byte', async () => {
    gateway.achievements.answers((_request, reply) => {
      reply.writeHead(200, { ...file, 'content-length': 4 }).flushHeaders();
      setImmediate(() => reply.destroy());
    });

    const answer = await gateway.ask('GET', '/api/v1/drafts/1/evidence/2/file', script);

    expect(answer.json()).toMatchObject({ code: 'UNAVAILABLE', status: 503 });
  });

  it('is given in part where a part was asked for', async () => {
    const part = { ...file, 'content-range': 'bytes 0-1/4', 'accept-ranges': 'bytes' };
    gateway.achievements.answers((_request, reply) => void reply.writeHead(206, part).end('%P'));

    const answer = await gateway.ask('GET', '/api/v1/drafts/1/evidence/2/file', { ...script, range: 'bytes=0-1' });

    expect([answer.status, gateway.achievements.last.headers.range]).toEqual([206, 'bytes=0-1']);
    expect(answer.headers).toMatchObject(part);
  });

  it('comes in by pieces with what the upload protocol says of them', async () => {
    const said = { 'tus-resumable': '1.0.0', 'upload-offset': '5' };
    gateway.achievements.answers((_request, reply) => void reply.writeHead(204, said).end());

    const headers = { ...script, 'content-type': 'application/offset+octet-stream', 'tus-resumable': '1.0.0', 'upload-offset': '0' };
    const answer = await gateway.ask('PATCH', '/api/v1/drafts/1/uploads/2', headers, 'piece');

    expect(gateway.achievements.last.headers).toMatchObject({ 'tus-resumable': '1.0.0', 'upload-offset': '0' });
    expect([answer.status, answer.headers]).toMatchObject([204, said]);
  });
});
