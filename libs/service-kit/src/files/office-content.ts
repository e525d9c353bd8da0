import { crc32 } from 'node:zlib';
import { fileFault, requireSound } from './file-fault';
import { isJpeg, isPng, requireShowable } from './image-content';
import { inflateWithin, Turns } from './inflate-within';
import { OfficeText } from './office-text';
import { hasOneReading, zipContents, zipEnd, zipEntries } from './zip-directory';
import type { ZipEntry } from './zip-directory';

const MIB = 1024 * 1024;
const most = { entries: 2_000, inflated: 200 * MIB, name: 200 };
/** So much a real office file grows at most; a bomb a thousandfold. Small parts do not count. */
const RATIO = { times: 300, from: MIB };
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const MACROS = /(^|\/)(vbaproject\.bin|vbadata\.xml|macrosheets|dialogsheets|activex|ctrlprops|customui\d*|attachedtoolbars\.bin)/;
const OUTSIDE = /(^|\/)(externallinks|connections\.xml|querytables|webextensions)/;
const HELD = /(^|\/)(embeddings|afchunk)/;
const PARTS = /\.(xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|odttf|psmdcp)$|(^|\/)printersettings\/[^/]+\.bin$/;
const HEADS = ['PK\x03\x04', 'MZ', '\x7fELF', '#!', '%PDF-', 'Rar!', '7z\xbc\xaf'];

export const isOle = (content: Buffer): boolean => content.subarray(0, 8).equals(OLE);
export const isZip = (content: Buffer): boolean => content.length >= 4 && content.readUInt32LE(0) === 0x04034b50;

/** What makes an archive a text or a table. */
export interface OfficeKind {
  mainPart: string;
  mainType: string;
}

/**
 * An office file whose every part was looked at: first what its directory says, then each part inflated no further than that, in pieces.
 * @throws DomainError FILE_TYPE_REFUSED
 */
export async function requireSoundOffice(content: Buffer, { mainPart, mainType }: OfficeKind): Promise<void> {
  requireSound(zipEnd(content) >= 0, 'damaged');
  requireSound(hasOneReading(content), 'double');
  const entries = zipEntries(content);
  requireSound(entries !== null, 'damaged');
  requireSoundDirectory(entries);
  const names = new Set(entries.map(({ name }) => name));
  requireSound(names.has('[Content_Types].xml') && names.has(mainPart), 'type');
  const contents = zipContents(content, entries);
  requireSound(contents !== null, 'entries');
  const turns = new Turns();
  for (const [entry, packed] of contents) {
    await requireSoundPart(entry, packed, mainType);
    await turns.yield();
  }
}

function requireSoundDirectory(entries: readonly ZipEntry[]): void {
  requireSound(entries.length <= most.entries, 'bomb');
  requireSound(
    entries.every(({ encrypted }) => !encrypted),
    'encrypted',
  );
  const inflated = entries.reduce((total, entry) => total + entry.inflated, 0);
  requireSound(inflated <= most.inflated && !entries.some(growsTooMuch), 'bomb');
  const paths = entries.map(({ name }) => name.replaceAll('\\', '/').toLowerCase());
  requireSound(new Set(paths).size === paths.length, 'entries');
  requireSound(
    entries.every(({ symlink, method }) => !symlink && (method === 0 || method === 8)),
    'entries',
  );
  paths.forEach(requireSoundPath);
}

const growsTooMuch = ({ inflated, packed }: ZipEntry): boolean => inflated > RATIO.from && inflated > packed * RATIO.times;

/** In lower case: nothing outside of its folder, nothing but the parts of texts and tables. */
function requireSoundPath(path: string): void {
  requireSound(path.length <= most.name && !/^\/|^[a-z]:|(^|\/)\.\.(\/|$)|\p{Cc}/u.test(path), 'entries');
  requireSound(!MACROS.test(path), 'active');
  requireSound(!OUTSIDE.test(path), 'external');
  requireSound(!HELD.test(path), 'nested');
  requireSound(path.endsWith('/') || PARTS.test(path), 'nested');
}

async function requireSoundPart({ name, inflated, method, crc }: ZipEntry, packed: Buffer, mainType: string): Promise<void> {
  const text = /\.(xml|rels|vml|svg)$/i.test(name) ? new OfficeText(name, mainType) : null;
  let sum = 0;
  let isFirst = true;
  const look = (piece: Buffer): void => {
    sum = crc32(piece, sum);
    if (isFirst) {
      requireHarmlessHead(piece);
      isFirst = false;
    }
    text?.read(piece);
  };
  const bytes = method === 0 ? lookAt(packed, look) : await inflateWithin(packed, { raw: true, most: inflated, look });
  requireSound(bytes === inflated && sum === crc, 'damaged');
  text?.end();
}

function lookAt(content: Buffer, look: (piece: Buffer) => void): number {
  if (content.length > 0) {
    look(content);
  }
  return content.length;
}

/** Whatever a part is called: no program, no other file, no picture that is larger than a screen can show. */
function requireHarmlessHead(piece: Buffer): void {
  const head = piece.toString('latin1', 0, 5);
  if (isOle(piece) || HEADS.some((begins) => head.startsWith(begins))) {
    throw fileFault('nested');
  }
  if (isPng(piece) && piece.length >= 24) {
    requireShowable(piece.readUInt32BE(16), piece.readUInt32BE(20));
  }
  const frame = isJpeg(piece) ? frameOf(piece) : -1;
  if (frame >= 0 && frame + 9 <= piece.length) {
    requireShowable(piece.readUInt16BE(frame + 7), piece.readUInt16BE(frame + 5));
  }
}

/** Where a JPEG's frame header stands among its first segments; -1 when it does not. */
function frameOf(piece: Buffer): number {
  let at = 2;
  while (at + 4 <= piece.length && piece[at] === 0xff) {
    const marker = piece[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) {
      return at;
    }
    at += 2 + piece.readUInt16BE(at + 2);
  }
  return -1;
}
