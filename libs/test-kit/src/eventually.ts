import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 25;

/**
 * Polls until `attempt` neither throws nor gives `false`, and gives what it gave.
 * `await eventually(async () => expect(await outbox()).toBe(0))`
 * @throws the last fault once `ms` are over
 */
export async function eventually<T>(attempt: () => T | Promise<T>, ms = 60_000): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    let fault: unknown = new Error('the condition never held');
    try {
      const result = await attempt();
      if (result !== false) {
        return result;
      }
    } catch (error) {
      fault = error;
    }
    if (Date.now() > deadline) {
      throw fault;
    }
    await pause(EVERY_MS);
  }
}
