const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
/** Classical, strong, and the directory itself. */
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
const UNIX = 3;
const SYMLINK = 0xa;
/** What may follow an entry's content: its sums, where they were not known before. */
const DESCRIPTOR_BYTES = 24;

/** One entry of a ZIP archive as its central directory declares it. */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  symlink: boolean;
  /** Declared size once inflated, bytes. */
  inflated: number;
  /** Declared size as it is packed, bytes. */
  packed: number;
  crc: number;
  /** 0 stored, 8 deflated. */
  method: number;
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
    entries.push(entryAt(content, at, nameBytes));
    at = next;
  }
  return at === end ? entries : null;
}

function entryAt(content: Buffer, at: number, nameBytes: number): ZipEntry {
  return {
    name: content.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
    encrypted: (content.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
    symlink: content[at + 5] === UNIX && content.readUInt32LE(at + 38) >>> 28 === SYMLINK,
    inflated: content.readUInt32LE(at + 24),
    packed: content.readUInt32LE(at + 20),
    crc: content.readUInt32LE(at + 16),
    method: content.readUInt16LE(at + 10),
    at: content.readUInt32LE(at + 42),
  };
}

/** One archive on one disk, from the first byte to the last, its directory right before its end: so every reader finds the same entries. */
export function hasOneReading(content: Buffer): boolean {
  const end = zipEnd(content);
  return (
    end >= 0 &&
    content.readUInt32LE(0) === LOCAL &&
    end + END_BYTES === content.length &&
    content.readUInt32LE(end + 4) === 0 &&
    content.readUInt16LE(end + 8) === content.readUInt16LE(end + 10) &&
    content.readUInt32LE(end + 12) + content.readUInt32LE(end + 16) === end
  );
}

/** The packed content of each entry; null when an entry's own header says otherwise than the directory, or entries overlap or leave gaps. */
export function zipContents(content: Buffer, entries: readonly ZipEntry[]): Map<ZipEntry, Buffer> | null {
  const contents = new Map<ZipEntry, Buffer>();
  const inOrder = [...entries].sort((one, other) => one.at - other.at);
  let expected = 0;
  for (const entry of inOrder) {
    const from = contentOf(content, entry);
    const gap = entry.at - expected;
    if (from === null || gap < 0 || gap > (expected === 0 ? 0 : DESCRIPTOR_BYTES)) {
      return null;
    }
    expected = from + entry.packed;
    contents.set(entry, content.subarray(from, expected));
  }
  const directory = content.readUInt32LE(zipEnd(content) + 16);
  return expected <= directory && directory - expected <= DESCRIPTOR_BYTES ? contents : null;
}

function contentOf(content: Buffer, { at, name, method, packed }: ZipEntry): number | null {
  if (at + LOCAL_BYTES > content.length || content.readUInt32LE(at) !== LOCAL || content.readUInt16LE(at + 8) !== method) {
    return null;
  }
  const nameEnd = at + LOCAL_BYTES + content.readUInt16LE(at + 26);
  const from = nameEnd + content.readUInt16LE(at + 28);
  const isSame = content.toString('utf8', at + LOCAL_BYTES, nameEnd) === name;
  return isSame && from + packed <= content.length ? from : null;
}
