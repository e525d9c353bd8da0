import type { Evidence } from '@dengke/contract';

/** What became of a piece of evidence from one version to the next; `same-content`: another piece, the same file byte for byte. */
export const fileOutcomes = ['kept', 'added', 'removed', 'same-content'] as const;

export interface FileChange {
  outcome: (typeof fileOutcomes)[number];
  piece: Evidence;
  /** The piece with the same content in the earlier version, where that was another. */
  was: Evidence | null;
}

/** File by file: a piece is known by its id and never changes; the same file described anew is another piece with the same digest. */
export function fileChanges(before: readonly Evidence[], after: readonly Evidence[]): FileChange[] {
  const isIn = (pieces: readonly Evidence[], { id }: Evidence): boolean => pieces.some((piece) => piece.id === id);
  const free = before.filter((piece) => !isIn(after, piece));
  const now = after.map((piece): FileChange => {
    if (isIn(before, piece)) {
      return { outcome: 'kept', piece, was: null };
    }
    const twin = free.findIndex(({ sha256 }) => sha256 === piece.sha256);
    const [was = null] = twin < 0 ? [] : free.splice(twin, 1);
    return { outcome: was === null ? 'added' : 'same-content', piece, was };
  });
  return [...now, ...free.map((piece): FileChange => ({ outcome: 'removed', piece, was: null }))];
}
