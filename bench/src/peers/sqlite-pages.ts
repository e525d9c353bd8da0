import { open, readFile } from 'node:fs/promises';

const magicOfLog = 0x377f0682;
const [logHeaderBytes, frameHeaderBytes] = [32, 24];

/**
 * How many bytes a SQLite database in WAL mode takes, with what is committed to its log and not yet in the file; of a running server's
 * too, since nothing is opened but for reading (sqlite.org/fileformat2.html, “The Database Header” and “WAL Frame Header”).
 */
export async function sqliteBytes(file: string): Promise<number> {
  const header = Buffer.alloc(100);
  const database = await open(file, 'r');
  try {
    await database.read(header, 0, header.length, 0);
  } finally {
    await database.close();
  }
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const log = await readFile(`${file}-wal`).catch(() => Buffer.alloc(0));
  return (pagesAfterLastCommit(log, pageBytes) ?? header.readUInt32BE(28)) * pageBytes;
}

/** Frames of the present log carry its salt; behind them lie those of an older one. A commit's frame says how many pages there are then. */
export function pagesAfterLastCommit(log: Buffer, pageBytes: number): number | undefined {
  if (log.length < logHeaderBytes || (log.readUInt32BE(0) & ~1) !== magicOfLog) {
    return undefined;
  }
  const salt = log.subarray(16, 24);
  let pages: number | undefined;
  for (let at = logHeaderBytes; at + frameHeaderBytes + pageBytes <= log.length; at += frameHeaderBytes + pageBytes) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) {
      break;
    }
    pages = log.readUInt32BE(at + 4) || pages;
  }
  return pages;
}
