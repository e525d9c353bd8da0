import { eventually } from '@dengke/test-kit';
import { currentScope, inScope } from '../clock/scope';
import { DomainError } from '../http/domain-error';
import { BackgroundLoop } from './background-loop';
import { Log } from './log';

const log = Log.of('spec', 'silent');
const LONG = 60_000;

/** What is said, with its level. */
class Heard implements Pick<Log, 'info' | 'at'> {
  readonly lines: unknown[] = [];
  info(message: string, fields = {}): void {
    this.at('info', message, fields);
  }
  at(level: string, message: string, fields = {}): void {
    this.lines.push([level, message, fields]);
  }
}

describe('a background loop', () => {
  it('steps at once, and again when rung, never two steps at a time', async () => {
    let steps = 0;
    let inside = 0;
    let most = 0;
    const loop = new BackgroundLoop(
      'spec',
      async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
        steps += 1;
        return LONG;
      },
      log,
    );

    loop.start();
    await eventually(() => steps === 1);
    loop.ring();
    loop.ring();
    await eventually(() => steps === 2);
    await loop.stop();
    loop.ring();

    expect(most).toBe(1);
    expect(steps).toBe(2);
  });

  it('answers a ring that comes during a step with another step', async () => {
    const begun: number[] = [];
    let finish: () => void = () => undefined;
    const loop = new BackgroundLoop(
      'spec',
      async () => {
        begun.push(1);
        if (begun.length === 1) {
          await new Promise<void>((resolve) => (finish = resolve));
        }
        return LONG;
      },
      log,
    );
    loop.start();
    await eventually(() => begun.length === 1);

    loop.ring();
    finish();

    await eventually(() => begun.length === 2);
    await loop.stop();
  });

  it('gathers rings that follow one another, but lets none wait longer than it said', async () => {
    const LONG_QUIET = { quietMs: 40, atMostMs: 200 };
    let [steps, rings] = [0, 0];
    const loop = new BackgroundLoop('spec', () => Promise.resolve(++steps && LONG), log, LONG_QUIET);
    loop.start();
    await eventually(() => steps === 1);

    const ringing = setInterval(() => {
      rings += 1;
      loop.ring();
    }, 5);
    await eventually(() => steps === 3);
    clearInterval(ringing);
    await loop.stop();

    expect(rings).toBeGreaterThan(10);
  });

  it('gathers nothing when somebody is in a hurry', async () => {
    let steps = 0;
    const loop = new BackgroundLoop('spec', () => Promise.resolve(++steps && LONG), log, { quietMs: LONG, atMostMs: LONG });
    loop.start();
    await eventually(() => steps === 1);

    loop.ring();
    loop.hurry();

    await eventually(() => steps === 2);
    await loop.stop();
    loop.hurry();
    expect(steps).toBe(2);
  });

  it('goes on after a step that failed', async () => {
    let steps = 0;
    const loop = new BackgroundLoop(
      'spec',
      async () => {
        steps += 1;
        if (steps < 3) {
          throw new Error('MariaDB is away');
        }
        return LONG;
      },
      log,
    );

    loop.start();

    await eventually(() => steps === 3);
    await loop.stop();
  });

  it('carries nothing of the request that rang', async () => {
    const scopes: object[] = [];
    const loop = new BackgroundLoop(
      'spec',
      async () => {
        scopes.push(currentScope());
        return LONG;
      },
      log,
    );
    loop.start();
    await eventually(() => scopes.length === 1);

    inScope({ traceId: 'of-a-request', instant: '2023-08-25T08:00:00.000Z', token: 'secret' }, () => loop.ring());

    await eventually(() => scopes.length === 2);
    await loop.stop();
    expect(scopes).toEqual([{}, {}]);
  });

  it('says once, in one line, that another service is away, and when it goes on; of anything else each time and where', async () => {
    const heard = new Heard();
    const faults: Error[] = [new DomainError('UNAVAILABLE'), new DomainError('UNAVAILABLE'), new TypeError('no such thing')];
    let steps = 0;
    const loop = new BackgroundLoop(
      'spec',
      () => {
        const fault = faults[steps];
        steps += 1;
        return fault ? Promise.reject(fault) : Promise.resolve(LONG);
      },
      heard as unknown as Log,
    );
    loop.start();
    await eventually(() => heard.lines.length === 4);
    await loop.stop();

    expect(heard.lines).toEqual([
      ['warn', 'spec failed and goes on', { attempt: 1, code: 'UNAVAILABLE' }],
      ['debug', 'spec failed and goes on', { attempt: 2, code: 'UNAVAILABLE' }],
      [
        'warn',
        'spec failed and goes on',
        expect.objectContaining({ attempt: 3, error: 'TypeError', frames: expect.any(Array) as unknown }),
      ],
      ['info', 'spec goes on', { attempts: 3 }],
    ]);
  });
});
