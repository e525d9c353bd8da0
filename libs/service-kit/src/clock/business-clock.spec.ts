import { BusinessClock } from './business-clock';
import { inScope } from './scope';

describe('the business clock', () => {
  const clock = new BusinessClock({ read: async () => '2023-08-25T16:00:00.000Z' });

  it('has no instant of its own outside of a request or activity', async () => {
    expect(() => clock.now()).toThrow(/outside/);
    await expect(clock.read()).resolves.toBe('2023-08-25T16:00:00.000Z');
  });

  it('stands still for as long as a request or activity lasts, however many run at once', async () => {
    const instants = ['2023-08-01T01:00:00.000Z', '2023-08-25T15:59:59.999Z', '2023-08-25T16:00:00.000Z'];

    const seen = await Promise.all(
      instants.map((instant) =>
        clock.at(instant, async () => {
          await new Promise((resolve) => setImmediate(resolve));
          return clock.now();
        }),
      ),
    );

    expect(seen).toEqual(instants);
  });

  it('keeps the trace when the instant changes', () => {
    inScope({ traceId: 't', instant: '2023-08-01T01:00:00.000Z' }, () => {
      clock.at('2023-08-02T01:00:00.000Z', () => expect(clock.now()).toBe('2023-08-02T01:00:00.000Z'));
      expect(clock.now()).toBe('2023-08-01T01:00:00.000Z');
    });
  });
});
