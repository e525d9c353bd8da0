import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pagesAfterLastCommit, sqliteBytes } from './sqlite-pages';

const pageBytes = 512;

const logOf = (salt: number, frames: readonly { salt: number; pages: number }[]): Buffer => {
  const header = Buffer.alloc(32);
  header.writeUInt32BE(0x377f0683, 0);
  header.writeUInt32BE(salt, 16);
  const each = frames.map((frame) => {
    const written = Buffer.alloc(24 + pageBytes);
    written.writeUInt32BE(frame.pages, 4);
    written.writeUInt32BE(frame.salt, 8);
    return written;
  });
  return Buffer.concat([header, ...each]);
};

describe('the size of a SQLite database in WAL mode', () => {
  it('is what the last commit in its log says, whatever an older log left behind it', () => {
    const log = logOf(5, [
      { salt: 5, pages: 0 },
      { salt: 5, pages: 12 },
      { salt: 5, pages: 0 },
      { salt: 4, pages: 99 },
    ]);

    expect(pagesAfterLastCommit(log, pageBytes)).toBe(12);
  });

  it('is what the file says where the log holds nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dengke-sqlite-'));
    try {
      const header = Buffer.alloc(100);
      header.writeUInt16BE(pageBytes, 16);
      header.writeUInt32BE(3, 28);
      await writeFile(join(folder, 'db'), header);

      expect(await sqliteBytes(join(folder, 'db'))).toBe(3 * pageBytes);
      await writeFile(join(folder, 'db-wal'), logOf(1, [{ salt: 1, pages: 4 }]));
      expect(await sqliteBytes(join(folder, 'db'))).toBe(4 * pageBytes);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
