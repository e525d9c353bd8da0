import { poll } from '@dengke/local';
import type { Engine, Place } from './engine';

export interface Restart {
  /** From the death of every process, the databases' too, until a decision on one of the open cases is acknowledged. */
  seconds: number;
  /** Of the engine's own store, with so many open. */
  bytesPerOpenCase: number;
}

/** Kills an engine with so many cases open (SIGKILL, all processes at once); each is started again by the supervisor that `npm start` has too. */
export async function restarted(engine: Engine, place: Omit<Place, 'supervised'>, open: number): Promise<Restart> {
  const running = await engine.begin({ ...place, supervised: true });
  try {
    const emptyBytes = await running.storeBytes();
    const cases = await running.prepare(open);
    const bytesPerOpenCase = Math.round(((await running.storeBytes()) - emptyBytes) / open);
    const oneOfThem = cases[Math.floor(open / 2)] ?? '';
    running.kill();
    return { seconds: await secondsUntil(() => running.decideFirst(oneOfThem)), bytesPerOpenCase };
  } finally {
    await running.end();
  }
}

/** Until a decision is acknowledged that rejects as long as nobody answers. */
export async function secondsUntil(decide: () => Promise<void>): Promise<number> {
  const since = performance.now();
  const isAnswered = (): Promise<boolean> =>
    decide().then(
      () => true,
      () => false,
    );
  if (!(await poll(isAnswered, { withinMs: 900_000 }))) {
    throw new Error('No decision was acknowledged within 900 s after the processes had been killed');
  }
  return Math.round((performance.now() - since) / 10) / 100;
}
