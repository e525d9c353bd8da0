import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../http/domain-error';

/** The folder is full, broken or not ours to write: nothing the caller did. */
const FOLDER_FAULTS = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EMFILE']);

export function folderFault(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  return FOLDER_FAULTS.has(code) ? new DomainError('UNAVAILABLE') : error;
}

/** Moves a file on the same disk; it survives a power cut once its folder is on disk. @throws DomainError UNAVAILABLE */
export async function moveInto(folder: string, path: string, name: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(path, join(folder, name));
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw folderFault(error);
  }
}
