import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { DomainError, mediaTypeOf, zipEnd, zipEntries } from '@dengke/service-kit';
import type { ZipEntry } from '@dengke/service-kit';

/** Two thousand rows take a tenth of it. */
const most = { bytes: 2 * 1024 * 1024, entries: 100, inflated: 8 * 1024 * 1024 };
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
/** Macros, what lies in other files, and what a list of names has no use for. */
const refusedParts = /(^|\/)(externallinks|macrosheets|dialogsheets|embeddings|activex|ctrlprops|querytables|connections\.xml|[^/]*\.bin)/;

const inflate = promisify(inflateRaw);

/**
 * Refuses what is no plain workbook before anything of it costs memory: sizes are first read from the directory, then each part is inflated
 * no further than it declares, since a reader would believe the directory.
 * @throws DomainError FILE_TOO_LARGE, FILE_TYPE_REFUSED
 */
export async function requireSoundWorkbook(content: Buffer, fileName: string): Promise<void> {
  if (content.length > most.bytes) {
    throw new DomainError('FILE_TOO_LARGE', { mostBytes: most.bytes });
  }
  const entries = hasOneReading(content) ? (zipEntries(content) ?? []) : [];
  const inflated = entries.reduce((total, entry) => total + entry.inflated, 0);
  const isPlain = entries.every(({ name }) => !refusedParts.test(name.replaceAll('\\', '/').toLowerCase()));
  refuseUnless(fileName.toLowerCase().endsWith('.xlsx') && entries.length > 0 && entries.length <= most.entries);
  refuseUnless(isPlain && inflated <= most.inflated);
  for (const entry of entries) {
    refuseUnless(!pointsOutside(entry, await partOf(content, entry)));
  }
  await mediaTypeOf(content, fileName);
}

/** One archive on one disk, its directory right before its end: so every reader finds the same entries. */
function hasOneReading(content: Buffer): boolean {
  const end = zipEnd(content);
  return (
    end >= 0 &&
    content.readUInt32LE(end + 4) === 0 &&
    content.readUInt16LE(end + 8) === content.readUInt16LE(end + 10) &&
    content.readUInt32LE(end + 12) + content.readUInt32LE(end + 16) === end
  );
}

async function partOf(content: Buffer, { at, packed, inflated, deflated }: ZipEntry): Promise<Buffer> {
  refuseUnless(at + LOCAL_BYTES <= content.length && content.readUInt32LE(at) === LOCAL);
  const from = at + LOCAL_BYTES + content.readUInt16LE(at + 26) + content.readUInt16LE(at + 28);
  const part = content.subarray(from, from + packed);
  const opened = deflated ? await inflate(part, { maxOutputLength: Math.max(1, inflated) }).catch(() => null) : part;
  if (opened?.length !== inflated) {
    throw new DomainError('FILE_TYPE_REFUSED', { accepted: ['.xlsx'] });
  }
  return opened;
}

/** A spreadsheet program makes a link of every address of mail; those are not followed. */
function pointsOutside({ name }: ZipEntry, part: Buffer): boolean {
  const relations = name.endsWith('.rels') ? (part.toString('utf8').match(/<[^<>]*TargetMode[^<>]*>/g) ?? []) : [];
  return relations.some((relation) => !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(relation));
}

function refuseUnless(holds: boolean): void {
  if (!holds) {
    throw new DomainError('FILE_TYPE_REFUSED', { accepted: ['.xlsx'] });
  }
}
