import { DomainError } from '../http/domain-error';
import { mediaTypeOf } from './file-content';
import { zipEntries } from './zip-directory';

/** Two thousand rows take a tenth of it. */
const most = { bytes: 2 * 1024 * 1024, entries: 100, inflated: 8 * 1024 * 1024 };

/**
 * Refuses what is no plain workbook before anything of it costs memory: a list of names is smaller than whatever else may be handed in.
 * @throws DomainError FILE_TOO_LARGE, FILE_TYPE_REFUSED
 */
export async function requireSoundWorkbook(content: Buffer, fileName: string): Promise<void> {
  if (content.length > most.bytes) {
    throw new DomainError('FILE_TOO_LARGE', { mostBytes: most.bytes });
  }
  const entries = zipEntries(content) ?? [];
  const inflated = entries.reduce((total, entry) => total + entry.inflated, 0);
  if (!fileName.toLowerCase().endsWith('.xlsx') || entries.length > most.entries || inflated > most.inflated) {
    throw new DomainError('FILE_TYPE_REFUSED', { accepted: ['.xlsx'] });
  }
  await mediaTypeOf(content, fileName);
}
