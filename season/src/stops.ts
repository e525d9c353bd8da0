import type { Instant, PlainDate } from '@dengke/contract';
import { createConnection } from 'mysql2/promise';
import { clockOf, instantOf, stopsOf } from './scenario';
import type { Scenario } from './scenario';

/** Instants at which the driver stops, in order; which are next may depend on what came of those before. */
export type Stops = AsyncIterable<Instant>;

/** Each step, and each midnight and each round at nine in between. */
export async function* everyDay(scenario: Scenario): Stops {
  yield* stopsOf(scenario);
}

/** Each step, and in between only when something is due: a year has many days on which nothing is. */
export async function* whenDue(scenario: Scenario, database: string): Stops {
  const connection = await createConnection({ uri: database, timezone: 'Z' });
  const dates = scenario.windows.flatMap(datesOf);
  const dueAfter = async (now: Instant): Promise<Instant> => {
    const [rows] = await connection.query('SELECT MIN(dueAt) AS due FROM submission WHERE dueAt > ?', [new Date(now)]);
    const due = (rows as { due: Date | null }[])[0]?.due;
    return [...dates.filter((date) => date > now), ...(due ? [due.toISOString()] : []), instantOf(scenario.until)].sort()[0] ?? now;
  };
  try {
    let now = instantOf(scenario.from);
    for (const step of [...new Set(scenario.steps.map(([time]) => instantOf(time))), instantOf(scenario.until)].sort()) {
      for (now = await dueAfter(now); now < step; now = await dueAfter(now)) {
        yield now;
      }
      now = step;
      yield step;
    }
  } finally {
    await connection.end();
  }
}

/** The midnights at which a window opens, is cut off, has its first paper day and is closed. */
function datesOf({ opensOn, cutOffOn, paperFrom, paperTo }: Scenario['windows'][number]): Instant[] {
  return [opensOn, after(cutOffOn), paperFrom, after(paperTo)].map((day) => instantOf(`${day}T00:00`));
}

const after = (day: PlainDate): PlainDate =>
  clockOf(new Date(Date.parse(instantOf(`${day}T00:00`)) + 86_400_000).toISOString()).slice(0, 10);
