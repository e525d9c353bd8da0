const prefix = 'dengke-unsent-';

/** What somebody is writing and has not sent yet, kept in this browser, or in this tab alone, under names that begin so. */
export const unsentPlace = (kind: 'notes' | 'answers' | 'form', of: string): string => `${prefix}${kind}-${of}`;

/** By id: whoever signed in here last may go on with what was being written when the session ran out. */
const lastHere = 'dengke-last-here';
export const whoWasHere = (): string | null => localStorage.getItem(lastHere);

const holders = new Set<() => void>();

/** Whoever holds a copy in memory gives it up with what is kept. */
export const holdsUnsent = (giveUp: () => void): void => void holders.add(giveUp);

/** Somebody has signed out, or somebody else has signed in here: the next one at this browser finds nothing of it. */
export function forgetUnsent(): void {
  [localStorage, sessionStorage].forEach(forgetIn);
  localStorage.removeItem(lastHere);
  holders.forEach((giveUp) => giveUp());
}

export function isHere(personId: string): void {
  if (whoWasHere() !== personId) {
    forgetUnsent();
    localStorage.setItem(lastHere, personId);
  }
}

// What another tab keeps is out of reach of the one in which somebody signs out.
window.addEventListener('storage', ({ key }) => key === lastHere && forgetIn(sessionStorage));

function forgetIn(storage: Storage): void {
  Object.keys(storage)
    .filter((name) => name.startsWith(prefix))
    .forEach((name) => storage.removeItem(name));
}
