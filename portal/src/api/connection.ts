type Listener = () => void;

let reachable = true;
const listeners = new Set<Listener>();

/** Whether the last request reached the system; the notice of the shell follows it, and so do those who wait. */
export const connection = {
  isUp: (): boolean => reachable && navigator.onLine,
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  wasReached: (is: boolean): void => {
    if (is !== reachable) {
      reachable = is;
      listeners.forEach((listener) => listener());
    }
  },
};

for (const event of ['online', 'offline']) {
  window.addEventListener(event, () => listeners.forEach((listener) => listener()));
}

/** Rests so long, or until the browser is back on a network. */
export function rest(millis: number): Promise<void> {
  return new Promise((settle) => {
    const go = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      settle();
    };
    const timer = setTimeout(go, millis);
    window.addEventListener('online', go);
  });
}
