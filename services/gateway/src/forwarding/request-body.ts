import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { DomainError } from '@dengke/service-kit';

/** Evidence files are ≤ 50 MB; the rest is the multipart frame. */
export const mostBytes = 50 * 1024 * 1024 + 64 * 1024;
/** Forms and acts are small: held, they cost one write and can be sent again when nobody listened. */
const smallBytes = 64 * 1024;

export interface RequestBody {
  content: Buffer | Transform | null;
  /** Uploads are given more time than the ten seconds of a hop. */
  upload: boolean;
}

/**
 * The body of a request, unparsed: held when it says it is small, streamed otherwise.
 * @throws DomainError FILE_TOO_LARGE, at once when its length says so, else when too much has come
 */
export async function requestBody(incoming: IncomingMessage): Promise<RequestBody> {
  const length = incoming.headers['content-length'];
  if (length === undefined && incoming.headers['transfer-encoding'] === undefined) {
    return { content: null, upload: false };
  }
  const bytes = length === undefined ? Number.POSITIVE_INFINITY : Number(length);
  if (length !== undefined && bytes > mostBytes) {
    throw new DomainError('FILE_TOO_LARGE', { mostBytes });
  }
  return bytes <= smallBytes ? { content: await held(incoming), upload: false } : { content: counted(incoming), upload: true };
}

async function held(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function counted(incoming: IncomingMessage): Transform {
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > mostBytes) {
        done(new DomainError('FILE_TOO_LARGE', { mostBytes }));
      } else {
        done(null, chunk);
      }
    },
  });
  incoming.once('error', (error) => counter.destroy(error));
  incoming.once('aborted', () => counter.destroy(new DomainError('MALFORMED')));
  return incoming.pipe(counter);
}
