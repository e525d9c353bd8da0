import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

const region = 'cn-north-1';
const keyId = 'SPECKEY';
const secret = 'spec-secret';
const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** A stand-in for an S3-compatible store: PUT, GET with a range, HEAD, DELETE; it checks signatures (version 4) and digests on its own. */
export class AnObjectStore {
  readonly objects = new Map<string, Buffer>();
  private readonly keptAt = new Map<string, number>();
  /** Answers so many requests with 503 first. */
  failures = 0;

  private constructor(private readonly server: Server) {}

  static async begin(): Promise<AnObjectStore> {
    const server = createServer();
    const store = new AnObjectStore(server);
    server.on('request', (request, response) => void store.answer(request, response));
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    return store;
  }

  get settings(): { url: string; region: string; keyId: string; secret: string } {
    return { url: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/bucket/achievements`, region, keyId, secret };
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((settle) => this.server.close(settle));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const key = request.url ?? '';
    if (this.failures > 0) {
      this.failures -= 1;
      response.writeHead(503).end();
    } else if (!isSigned(request)) {
      response.writeHead(403).end();
    } else if (request.method === 'PUT') {
      const isWhole = request.headers['x-amz-content-sha256'] === sha256(body);
      response.writeHead(isWhole ? 200 : 400).end();
      this.objects.set(key, isWhole ? body : Buffer.alloc(0));
      this.keptAt.set(key, Date.now());
    } else if (request.method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
    } else {
      this.read(key, request.headers.range, response);
    }
  }

  private read(key: string, range: string | undefined, response: ServerResponse): void {
    const object = this.objects.get(key);
    response.setHeader('last-modified', new Date(this.keptAt.get(key) ?? 0).toUTCString());
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
    if (object === undefined) {
      response.writeHead(404).end();
    } else if (first === undefined) {
      response.writeHead(200).end(object);
    } else {
      response.writeHead(206).end(object.subarray(Number(first), Number(last) + 1));
    }
  }
}

/** AWS Signature Version 4, worked out from what arrived. */
function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const [, scope = '', signed = '', signature] =
    /Credential=SPECKEY\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(headers.authorization ?? '') ?? [];
  const named = signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, url, '', named.join(''), signed, String(headers['x-amz-content-sha256'])].join('\n');
  const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<Buffer | string>((last, part) => hmac(last, part), `AWS4${secret}`);
  return scope.includes(`/${region}/s3/`) && hmac(key, text).toString('hex') === signature;
}
