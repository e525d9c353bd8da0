import { crc32 } from 'node:zlib';
import { fileFault, requireSound } from './file-fault';
import { inflateWithin, Turns } from './inflate-within';

/** A page of A0 at 300 dpi has 139 million pixels; nothing larger is a scan. */
const most = { side: 30_000, pixels: 150_000_000, profile: 8 * 1024 * 1024, chunks: 20_000 };
const PNG_HEAD = Buffer.from('89504e470d0a1a0a', 'hex');
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Of a scan, between two looks at the time. */
const STEPS = 20_000;
const JPEG_FRAMES = new Set([0xc0, 0xc1, 0xc2]);

export const isPng = (content: Buffer): boolean => content.subarray(0, 8).equals(PNG_HEAD);
export const isJpeg = (content: Buffer): boolean => content.length > 3 && content.readUIntBE(0, 3) === 0xffd8ff;

/** Whatever would have to be held in memory to show it. @throws DomainError FILE_TYPE_REFUSED */
export function requireShowable(width: number, height: number): void {
  requireSound(width > 0 && height > 0, 'damaged');
  requireSound(width <= most.side && height <= most.side && width * height <= most.pixels, 'bomb');
}

/** Whole from its first chunk to its last, nothing behind it, its pixels as many as it says. @throws DomainError FILE_TYPE_REFUSED */
export async function requireSoundPng(content: Buffer): Promise<void> {
  const chunks = pngChunks(content);
  const { type, body } = chunks[0] ?? { type: '', body: Buffer.alloc(0) };
  requireSound(type === 'IHDR' && body.length === 13 && chunks.filter((chunk) => chunk.type === 'IHDR').length === 1, 'damaged');
  const [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
  requireShowable(width, height);
  requireSound(!chunks.some((chunk) => chunk.type === 'acTL'), 'type');
  const bits = (body[8] ?? 8) * (SAMPLES[body[9] ?? 6] ?? 4);
  // Interlaced, seven passes each have rows of their own.
  const bytes = (Math.ceil((width * bits) / 8) + 2) * height * (body[12] === 1 ? 2 : 1) + 64;
  const pixels = Buffer.concat(chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.body));
  requireSound(pixels.length > 0, 'damaged');
  await inflateWithin(pixels, { most: bytes });
  for (const chunk of chunks) {
    await requireSmallText(chunk);
  }
}

interface Chunk {
  type: string;
  body: Buffer;
}

function pngChunks(content: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  let at = PNG_HEAD.length;
  while (chunks.at(-1)?.type !== 'IEND') {
    requireSound(at + 12 <= content.length, 'damaged');
    requireSound(chunks.length < most.chunks, 'bomb');
    const end = at + 8 + content.readUInt32BE(at);
    requireSound(end + 4 <= content.length && crc32(content.subarray(at + 4, end)) === content.readUInt32BE(end), 'damaged');
    chunks.push({ type: content.toString('latin1', at + 4, at + 8), body: content.subarray(at + 8, end) });
    at = end + 4;
  }
  requireSound(at === content.length, 'double');
  return chunks;
}

/** A colour profile or a text is packed too. */
async function requireSmallText({ type, body }: Chunk): Promise<void> {
  if (type === 'iCCP' || type === 'zTXt') {
    await inflateWithin(body.subarray(body.indexOf(0) + 2), { most: most.profile });
  }
}

/**
 * One whole picture after another (a telephone keeps further ones behind the first), nothing else behind them but padding.
 * @throws DomainError FILE_TYPE_REFUSED
 */
export async function requireSoundJpeg(content: Buffer): Promise<void> {
  const turns = new Turns();
  let at = 0;
  while (at < content.length) {
    at = await jpegEnd(content, at, turns);
    while (content[at] === 0) {
      at += 1;
    }
    requireSound(at === content.length || (at + 4 < content.length && content.readUInt16BE(at) === 0xffd8), 'double');
  }
}

/** Where the picture that begins here ends. */
async function jpegEnd(content: Buffer, start: number, turns: Turns): Promise<number> {
  let at = start + 2;
  let isFramed = false;
  while (at + 4 <= content.length) {
    requireSound(content[at] === 0xff, 'damaged');
    const marker = content[at + 1] ?? 0;
    const end = at + 2 + content.readUInt16BE(at + 2);
    requireSound(marker >= 0xc0 && marker !== 0xd8 && marker !== 0xd9 && marker !== 0xff && end <= content.length, 'damaged');
    if (JPEG_FRAMES.has(marker)) {
      requireShowable(content.readUInt16BE(at + 7), content.readUInt16BE(at + 5));
      isFramed = true;
    }
    at = marker === 0xda ? await afterScan(content, end, turns) : end;
    await turns.yield();
    if (content[at] === 0xff && content[at + 1] === 0xd9) {
      requireSound(isFramed, 'damaged');
      return at + 2;
    }
  }
  throw fileFault('damaged');
}

/** In a scan 0xff is followed by 0 or a restart marker; any other is the end of it. */
async function afterScan(content: Buffer, from: number, turns: Turns): Promise<number> {
  let at = content.indexOf(0xff, from);
  for (let steps = 1; at >= 0 && at + 1 < content.length; steps += 1) {
    const next = content[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) {
      return at;
    }
    at = content.indexOf(0xff, at + (next === 0xff ? 1 : 2));
    if (steps % STEPS === 0) {
      await turns.yield();
    }
  }
  throw fileFault('damaged');
}
