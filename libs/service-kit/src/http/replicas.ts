/** A replica that took no connection is asked last for so long, so that not every request begins with a refusal. */
const ASKED_LAST_MS = 1_000;

/** No connection came about: what was to be sent has not been seen by anybody. */
const NOT_SENT = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
/** The connection broke: what was sent may or may not have been done. */
const CUT_OFF = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? '';
export const wasNotSent = (error: unknown): boolean => NOT_SENT.has(codeOf(error));
export const wasCutOff = (error: unknown): boolean => CUT_OFF.has(codeOf(error));

/** Within its answer, after the head. */
const IN_THE_MIDDLE = new Set([...CUT_OFF, 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

/** Whoever was asked, a service or a store, broke off within its answer; `fetch` hides that in a cause. */
export const hasBrokenOff = (error: unknown): boolean =>
  error instanceof Error && (IN_THE_MIDDLE.has(codeOf(error)) || hasBrokenOff(error.cause));

/** The ways to the replicas of one service, any of which may be asked: each in its turn, and the next where one is not there. */
export class Replicas<Way> {
  private turn = 0;
  private readonly lastUntil = new Map<Way, number>();

  constructor(readonly ways: readonly Way[]) {}

  /**
   * @param mayPassOn whether after this error another replica may be asked the same
   * @param together what bears the same name is asked of the same replica while that is there
   * @throws what the last one asked was refused with
   */
  async ask<T>(fn: (way: Way) => Promise<T>, mayPassOn: (error: unknown) => boolean, together?: string): Promise<T> {
    const order = this.inOrder(together);
    for (let at = 0; ; at += 1) {
      const way = order[at]!;
      try {
        return await fn(way);
      } catch (error) {
        if (wasNotSent(error)) {
          this.lastUntil.set(way, performance.now() + ASKED_LAST_MS);
        }
        if (at + 1 === order.length || !mayPassOn(error)) {
          throw error;
        }
      }
    }
  }

  private inOrder(together: string | undefined): Way[] {
    const first = together === undefined ? (this.turn = (this.turn + 1) % this.ways.length) : sumOf(together) % this.ways.length;
    const order = [...this.ways.slice(first), ...this.ways.slice(0, first)];
    const now = performance.now();
    const isLast = (way: Way): boolean => now < (this.lastUntil.get(way) ?? 0);
    return [...order.filter((way) => !isLast(way)), ...order.filter(isLast)];
  }
}

/** Spreads names over replicas; the same name always to the same. */
const sumOf = (name: string): number => [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 0);
