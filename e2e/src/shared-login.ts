import { generateSync } from 'otplib';
import { pollUntil } from './poll';

const stepMillis = 30_000;
/** A code of the step before is still good, but not when it is slow in arriving. */
const earlyMillis = 15_000;
/** Other processes may use up the codes of the same people: each costs half a minute at most. */
const attempts = 6;

/**
 * One login at one address, as this process knows it. A code of an authenticator app opens once, so its clients share one session and
 * remember together which codes are used up.
 */
export class SharedLogin {
  private static readonly known = new Map<string, SharedLogin>();
  private session: string | undefined;
  private lastStep = 0;
  private last: Promise<unknown> = Promise.resolve();
  /** How often the second factor was shown again. */
  showings = 0;

  private constructor(private readonly secret: string | undefined) {}

  static of(address: string, login: string, secret: string | undefined): SharedLogin {
    const key = `${address} ${login}`;
    const shared = SharedLogin.known.get(key) ?? new SharedLogin(secret);
    SharedLogin.known.set(key, shared);
    return shared;
  }

  /** The shared session while it stands, else a new one. */
  signedIn(stands: (session: string) => Promise<boolean>, signIn: (code?: string) => Promise<string>): Promise<string> {
    return this.inTurn(async () => {
      if (this.session === undefined || !(await stands(this.session))) {
        this.session = await this.withCode(signIn);
      }
      return this.session;
    });
  }

  signedOut(): void {
    this.session = undefined;
  }

  /**
   * Shows the second factor again, once for all who need it at the same time.
   * @param seen `showings` when the refused request was sent
   * @returns false for who has none to show
   */
  showAgain(seen: number, show: (code?: string) => Promise<unknown>): Promise<boolean> {
    return this.inTurn(async () => {
      if (this.secret !== undefined && this.showings === seen) {
        await this.withCode(show);
        this.showings += 1;
      }
      return this.secret !== undefined;
    });
  }

  /** Shows codes until one was not used elsewhere before. */
  async withCode<T>(show: (code?: string) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await (this.secret === undefined ? show() : show(await this.nextCode(this.secret)));
      } catch (error) {
        if ((error as { problem?: { code?: string } }).problem?.code !== 'CODE_USED' || attempt === attempts) {
          throw error;
        }
      }
    }
  }

  /** Of this half minute or the ones beside it, the first that was not used here; waits when there is none. */
  private async nextCode(secret: string): Promise<string> {
    const unused = async (): Promise<number> => {
      const step = Math.floor(Date.now() / stepMillis);
      const first = Date.now() % stepMillis < earlyMillis ? step - 1 : step;
      const next = Math.max(first, this.lastStep + 1);
      return next <= step + 1 ? next : 0;
    };
    this.lastStep = await pollUntil('the authenticator app shows another code', unused, (step) => step > 0);
    return generateSync({ secret, epoch: (this.lastStep * stepMillis) / 1000 });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
