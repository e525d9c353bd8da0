const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 0x1;
const DEFLATED = 8;

/** One entry of a ZIP archive as its central directory declares it. */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  /** Declared size once inflated, bytes. */
  inflated: number;
  /** Declared size as it is packed, bytes. */
  packed: number;
  deflated: boolean;
  /** Where its local header begins. */
  at: number;
}

/** Where a ZIP archive's end record begins within the content's last 64 KiB; -1 without one. */
export function zipEnd(content: Buffer): number {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(END);
  const earliest = Math.max(0, content.length - END_BYTES - LONGEST_COMMENT);
  const at = content.lastIndexOf(signature);
  return at >= earliest && at + END_BYTES <= content.length ? at : -1;
}

/** The entries of a ZIP archive, nothing inflated; null when it is not whole. ZIP64 is not read: no file handed in is that large. */
export function zipEntries(content: Buffer): ZipEntry[] | null {
  const end = zipEnd(content);
  if (end < 0) {
    return null;
  }
  const count = content.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = content.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || content.readUInt32LE(at) !== ENTRY) {
      return null;
    }
    const nameBytes = content.readUInt16LE(at + 28);
    const next = at + ENTRY_BYTES + nameBytes + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
    if (next > end) {
      return null;
    }
    entries.push({
      name: content.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      encrypted: (content.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
      inflated: content.readUInt32LE(at + 24),
      packed: content.readUInt32LE(at + 20),
      deflated: content.readUInt16LE(at + 10) === DEFLATED,
      at: content.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}
