const prefix = 'dengke-unsent-';

/** What somebody is writing and has not sent yet, kept in this browser under names that begin so. */
export const unsentPlace = (kind: 'notes' | 'answers', of: string): string => `${prefix}${kind}-${of}`;

const holders = new Set<() => void>();

/** Whoever holds a copy in memory gives it up with what is kept. */
export const holdsUnsent = (giveUp: () => void): void => void holders.add(giveUp);

/** Somebody has signed out, or somebody else has signed in here: the next one at this browser finds nothing of it. */
export function forgetUnsent(): void {
  Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix))
    .forEach((name) => localStorage.removeItem(name));
  holders.forEach((giveUp) => giveUp());
}
