import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDirectory } from './repository';

/**
 * A folder of the cache, filled once. It is built beside its place and renamed, so an interrupted download leaves nothing
 * half done, and of two that build at once the first wins.
 */
export const cachedFolder = async (name: string, fill: (folder: string) => Promise<void>): Promise<string> => {
  const place = join(cacheDirectory(), name);
  if (existsSync(place)) {
    return place;
  }
  await mkdir(cacheDirectory(), { recursive: true });
  const building = await mkdtemp(join(cacheDirectory(), `.building-${name}-`));
  try {
    await fill(building);
    await rename(building, place);
  } catch (error) {
    if (!existsSync(place)) {
      throw error;
    }
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return place;
};
