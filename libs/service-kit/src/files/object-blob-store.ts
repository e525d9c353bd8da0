import { readFile, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { SecurityClock } from '../clock/security-clock';
import { DomainError } from '../http/domain-error';
import { BlobStore } from './blob-store';
import type { ByteRange, StagedBlob } from './blob-store';

const WITHIN_MS = 30_000;

export interface Objects {
  /** `https://host/bucket/prefix`: whatever speaks S3, its bucket in the path. */
  url: string;
  region: string;
  keyId: string;
  secret: string;
  /** How long its answer may take to begin. */
  withinMs?: number;
}

/** Blobs in an S3-compatible store; staged on disk first, and sent with their digest, which the store checks. */
export class ObjectBlobStore extends BlobStore {
  private readonly client: AwsClient;
  private readonly url: string;
  private readonly withinMs: number;

  constructor(folder: string, { url, region, keyId, secret, withinMs = WITHIN_MS }: Objects, clock: SecurityClock) {
    super(folder, clock);
    this.url = url.replace(/\/$/, '');
    this.withinMs = withinMs;
    this.client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: 2 });
  }

  async keep({ path, sha256 }: StagedBlob): Promise<void> {
    const body = await readFile(path);
    await this.ask(sha256, { method: 'PUT', body, headers: { 'x-amz-content-sha256': sha256 } });
    await rm(path, { force: true });
  }

  async read(sha256: string, range?: ByteRange): Promise<Readable> {
    const headers = range === undefined ? {} : { range: `bytes=${range.first}-${range.last}` };
    const { body } = await this.ask(sha256, { method: 'GET', headers });
    return body === null ? Readable.from([]) : Readable.fromWeb(body as ReadableStream<Uint8Array>);
  }

  async remove(sha256: string): Promise<void> {
    await this.ask(sha256, { method: 'DELETE' });
  }

  /** Looks, then deletes: S3 has no “delete what is older” in one request. */
  async removeIdle(sha256: string, idleMs: number): Promise<boolean> {
    const { status, headers } = await this.request(sha256, { method: 'HEAD' });
    const isIdle = this.clock.millis() - Date.parse(headers.get('last-modified') ?? '') >= idleMs;
    if (status !== 404 && isIdle) {
      await this.remove(sha256);
    }
    return status === 404 || isIdle;
  }

  /** @throws DomainError UNAVAILABLE when the store is away or refuses us; Error when it has no such blob */
  private async ask(sha256: string, init: RequestInit): Promise<Response> {
    const answer = await this.request(sha256, init);
    if (answer.status === 404) {
      throw new Error(`No blob ${sha256}`);
    }
    return answer;
  }

  private async request(sha256: string, init: RequestInit): Promise<Response> {
    const address = `${this.url}/${sha256.slice(0, 2)}/${sha256}`;
    const slow = new AbortController();
    const timer = setTimeout(() => slow.abort(), this.withinMs);
    // Until its answer begins: how long the rest takes is a matter of whoever reads it.
    const answer = await this.client
      .fetch(address, { ...init, redirect: 'error', signal: slow.signal })
      .catch(() => null)
      .finally(() => clearTimeout(timer));
    if (answer?.ok !== true && answer?.status !== 404) {
      throw new DomainError('UNAVAILABLE', { reason: 'objects' });
    }
    return answer;
  }
}
