import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Checkpoint } from './checkpoint';

/** Longer than any line. */
const TAIL_BYTES = 1_024;

export const checkpointFileName = (service: string): string => `${service}.checkpoints`;

/** Adds what `next` makes of the last line, and is on the disk when it returns. A line that a dying process left unfinished goes first. */
export async function appendCheckpoint(
  path: string,
  next: (last: Checkpoint | null) => Promise<Checkpoint | null>,
): Promise<Checkpoint | null> {
  const file = await open(path, 'a+', 0o600);
  try {
    const checkpoint = await next(await lastOf(file));
    if (checkpoint !== null) {
      await file.appendFile(`${JSON.stringify(checkpoint)}\n`);
      await file.sync();
    }
    return checkpoint;
  } finally {
    await file.close();
  }
}

async function lastOf(file: FileHandle): Promise<Checkpoint | null> {
  const { size } = await file.stat();
  const from = Math.max(0, size - TAIL_BYTES);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, from);
  const tail = buffer.toString('ascii', 0, bytesRead);
  const whole = tail.slice(0, tail.lastIndexOf('\n') + 1);
  if (whole.length < tail.length) {
    await file.truncate(from + whole.length);
  }
  const line = whole.trimEnd().split('\n').at(-1);
  return line ? (JSON.parse(line) as Checkpoint) : null;
}
