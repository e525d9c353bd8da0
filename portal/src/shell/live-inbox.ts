import { session } from '../account/session';
import { answerOf, api } from '../api/client';

type Listener = () => void;

let unread = 0;
let source: EventSource | null = null;
const listeners = new Set<Listener>();

const tell = (): void => listeners.forEach((listener) => listener());

function listen(): void {
  source = new EventSource('/api/v1/inbox/stream');
  // What came between two streams is in none of them.
  source.addEventListener('open', () => void liveInbox.recount());
  source.addEventListener('message', () => {
    unread += 1;
    tell();
  });
  source.addEventListener('reload', () => void liveInbox.recount());
}

/**
 * How many of one’s messages are unread, as they come (server-sent events). The stream ends every half minute and the browser opens it again, saying
 * which message was the last.
 */
export const liveInbox = {
  unread: (): number => unread,
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** As long as somebody is signed in; signed in again after the session was over, it goes on. */
  follow: (): (() => void) => {
    listen();
    const leave = session.subscribe(() => {
      if (source?.readyState === EventSource.CLOSED) {
        listen();
      }
    });
    return () => {
      leave();
      source?.close();
      source = null;
    };
  },
  recount: async (): Promise<void> => {
    try {
      unread = (await answerOf(api.GET('/inbox/count'))).unread;
      tell();
    } catch {
      // The number beside the bell is no reason to disturb; the page of the inbox says what is wrong.
    }
  },
};
