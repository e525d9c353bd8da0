/** Left by whoever signed in here: strangers on public pages are not asked who they are. */
const trace = 'dengke-signed-in';

export const wasSignedInHere = (): boolean => localStorage.getItem(trace) !== null;

export function leaveTrace(isSignedIn: boolean): void {
  if (isSignedIn) {
    localStorage.setItem(trace, 'yes');
  } else {
    localStorage.removeItem(trace);
  }
}
