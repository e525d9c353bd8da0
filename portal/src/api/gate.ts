/** What the person has to show before a request that waits can go on. */
export type Asked = 'sign-in' | 'second-factor';

interface Open {
  asked: Asked;
  answer: Promise<boolean>;
  settle: (shown: boolean) => void;
}

let open: Open | null = null;
const listeners = new Set<() => void>();

const change = (to: Open | null): void => {
  open = to;
  listeners.forEach((listener) => listener());
};

/**
 * Asks the person once, however many requests wait: to sign in again in place, or for the second factor. The page below stays as it is.
 * @returns false when he would rather not
 */
export function askPerson(asked: Asked): Promise<boolean> {
  if (open !== null) {
    return open.answer;
  }
  let settle: (shown: boolean) => void = () => undefined;
  const answer = new Promise<boolean>((resolve) => (settle = resolve));
  change({ asked, answer, settle });
  return answer;
}

export const gate = {
  asked: (): Asked | null => open?.asked ?? null,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  settle: (shown: boolean): void => {
    const was = open;
    change(null);
    was?.settle(shown);
  },
};
