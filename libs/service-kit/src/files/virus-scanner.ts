import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import type { NetConnectOpts, Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../http/domain-error';
import type { BlobStore, StagedBlob } from './blob-store';

const WITHIN_MS = 30_000;
const PING_MS = 2_000;
const LONGEST_ANSWER = 4_096;

export type Verdict = { clean: true } | { clean: false; signature: string };

/** clamd over its socket (INSTREAM); where none is configured nothing is scanned, and health says so. */
export class VirusScanner {
  private readonly options: NetConnectOpts | null;

  /** `tcp://host:port` or `unix:/path`. */
  constructor(address: string | undefined) {
    this.options = address === undefined ? null : optionsOf(address);
  }

  get isConfigured(): boolean {
    return this.options !== null;
  }

  /** @throws DomainError UNAVAILABLE when it is away or did not judge: nothing is known then */
  async verdictOn(content: Readable): Promise<Verdict> {
    const answer = await this.ask('zINSTREAM\0', WITHIN_MS, content);
    const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    if (signature !== undefined) {
      return { clean: false, signature };
    }
    if (answer !== 'stream: OK') {
      throw new DomainError('UNAVAILABLE', { reason: 'scanner' });
    }
    return { clean: true };
  }

  /**
   * Lets pass what is clean, and everything where no scanner is configured; what is infected goes into quarantine.
   * @throws DomainError FILE_INFECTED, UNAVAILABLE while the scanner is away
   */
  async requireClean(blob: StagedBlob, blobs: Pick<BlobStore, 'quarantine'>): Promise<void> {
    if (this.isConfigured && !(await this.verdictOn(createReadStream(blob.path))).clean) {
      await blobs.quarantine(blob);
      throw new DomainError('FILE_INFECTED');
    }
  }

  async isUp(): Promise<boolean> {
    return this.ask('zPING\0', PING_MS).then(
      (answer) => answer === 'PONG',
      () => false,
    );
  }

  private async ask(command: string, withinMs: number, content?: Readable): Promise<string> {
    const socket = connect(this.options as NetConnectOpts);
    socket.setTimeout(withinMs, () => socket.destroy(new Error('Too slow')));
    try {
      const answered = answerOf(socket);
      socket.write(command);
      await Promise.race([answered, content && pipeline(content, chunks, socket, { end: false })]);
      return await answered;
    } catch {
      throw new DomainError('UNAVAILABLE', { reason: 'scanner' });
    } finally {
      content?.destroy();
      socket.destroy();
    }
  }
}

function optionsOf(address: string): NetConnectOpts {
  if (address.startsWith('unix:')) {
    return { path: address.slice('unix:'.length) };
  }
  const { hostname, port } = new URL(address);
  return { host: hostname, port: Number(port) };
}

/** Each chunk behind its length, a length of 0 at the end. */
async function* chunks(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  for await (const chunk of content) {
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((settle, refuse) => {
    let answer = '';
    socket.on('data', (piece) => {
      answer += piece.toString('utf8');
      const end = answer.indexOf('\0');
      if (end >= 0) {
        settle(answer.slice(0, end));
      } else if (answer.length > LONGEST_ANSWER) {
        refuse(new Error('No answer'));
      }
    });
    socket.on('error', refuse);
    socket.on('close', () => refuse(new Error('Closed')));
  });
}
