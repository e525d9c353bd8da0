import { setImmediate as others } from 'node:timers/promises';
import { constants, createInflate, createInflateRaw, inflateRawSync, inflateSync } from 'node:zlib';
import { fileFault } from './file-fault';

const CHUNK = 128 * 1024;
/** Up to here a stream of its own costs more than what it saves; inflated it is 8 MB at most. */
const SMALL = 8 * 1024;
const TURN_MS = 10;

/** Long work on a file lets others take their turn every few milliseconds. */
export class Turns {
  private since = performance.now();

  async yield(): Promise<void> {
    if (performance.now() - this.since > TURN_MS) {
      await others();
      this.since = performance.now();
    }
  }
}

export interface Inflating {
  /** Without the header and sum of zlib, as in a ZIP archive. */
  raw?: boolean;
  /** Bytes; one more is a bomb. */
  most: number;
  /** Sees the content in pieces; nothing of it is kept. */
  look?: (piece: Buffer) => void;
}

/**
 * Inflates without ever holding the whole, and no further than allowed.
 * @returns bytes of content @throws DomainError FILE_TYPE_REFUSED: a bomb, or damaged
 */
export async function inflateWithin(packed: Buffer, { raw = false, most, look }: Inflating): Promise<number> {
  try {
    return packed.length <= SMALL ? inflateSmall(packed, raw, most, look) : await inflateLarge(packed, raw, most, look);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw fileFault('bomb');
    }
    throw code?.startsWith('Z_') ? fileFault('damaged') : error;
  }
}

function inflateSmall(packed: Buffer, raw: boolean, most: number, look?: Inflating['look']): number {
  const content = (raw ? inflateRawSync : inflateSync)(packed, { maxOutputLength: Math.max(1, most) });
  look?.(content);
  return content.length;
}

async function inflateLarge(packed: Buffer, raw: boolean, most: number, look?: Inflating['look']): Promise<number> {
  const stream = (raw ? createInflateRaw : createInflate)({ chunkSize: CHUNK, finishFlush: constants.Z_FINISH });
  let bytes = 0;
  stream.end(packed);
  for await (const piece of stream as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > most) {
      throw fileFault('bomb');
    }
    look?.(piece);
  }
  return bytes;
}
