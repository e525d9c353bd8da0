type Listener = () => void;

const triedAgain = new Set<Request>();
const listeners = new Set<Listener>();

const tell = (): void => listeners.forEach((listener) => listener());

/** Whether everything that was asked got through; the notice of the shell follows it. */
export const connection = {
  isUp: (): boolean => triedAgain.size === 0 && navigator.onLine,
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** It got lost, or met a part that is busy or away, and is sent again. */
  isTriedAgain: (request: Request): void => {
    if (!triedAgain.has(request)) {
      triedAgain.add(request);
      tell();
    }
  },
  /** It was answered, or given up. */
  isOver: (request: Request): void => {
    if (triedAgain.delete(request)) {
      tell();
    }
  },
};

for (const event of ['online', 'offline']) {
  window.addEventListener(event, tell);
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
