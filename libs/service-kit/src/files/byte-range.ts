import type { ByteRange } from './blob-store';

/**
 * The one range of bytes that a `Range` header asks for (RFC 9110 §14): null for the whole, also where it asks for several or in another unit.
 * `unsatisfiable` begins behind the end.
 */
export function rangeIn(header: string | undefined, bytes: number): ByteRange | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') {
    return null;
  }
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (from !== '' && to !== '' && Number(to) < first) {
    return null;
  }
  return first >= bytes || (from === '' && Number(to) === 0) ? 'unsatisfiable' : { first, last };
}
