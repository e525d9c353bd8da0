import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { DomainError } from '@dengke/service-kit';

/** Evidence files are ≤ 50 MB; the rest is the multipart frame. */
export const mostBytes = 50 * 1024 * 1024 + 64 * 1024;
/** A form or an act, as the services take it. Streamed to one that refuses it unread, it would look like a service that is away. */
export const mostFormBytes = 1024 * 1024;
/** Forms and acts are small: held, they cost one write and can be sent again when nobody listened. */
const smallBytes = 64 * 1024;

export interface RequestBody {
  content: Buffer | Transform | null;
  /** Uploads are given more time than the ten seconds of a hop. */
  upload: boolean;
}

/**
 * The body of a request, unparsed: held when it is JSON or says it is small, streamed otherwise.
 * @throws DomainError FILE_TOO_LARGE, at once when its length says so, else when too much has come
 */
export async function requestBody(incoming: IncomingMessage): Promise<RequestBody> {
  const length = incoming.headers['content-length'];
  if (length === undefined && incoming.headers['transfer-encoding'] === undefined) {
    return { content: null, upload: false };
  }
  const bytes = length === undefined ? Number.POSITIVE_INFINITY : Number(length);
  const isForm = incoming.headers['content-type']?.startsWith('application/json') === true;
  const most = isForm ? mostFormBytes : mostBytes;
  if (length !== undefined && bytes > most) {
    throw tooLarge(most);
  }
  return isForm || bytes <= smallBytes
    ? { content: await held(incoming, most), upload: false }
    : { content: counted(incoming), upload: true };
}

const tooLarge = (most: number): DomainError => new DomainError('FILE_TOO_LARGE', { mostBytes: most });

async function held(incoming: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) {
      throw tooLarge(most);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function counted(incoming: IncomingMessage): Transform {
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > mostBytes) {
        done(tooLarge(mostBytes));
      } else {
        done(null, chunk);
      }
    },
  });
  incoming.once('error', (error) => counter.destroy(error));
  incoming.once('aborted', () => counter.destroy(new DomainError('MALFORMED')));
  return incoming.pipe(counter);
}
