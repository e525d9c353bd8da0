import type { YearScenario } from '../year/generate';
import { WorkedDays, plus } from '../year/days';
import type { Invariant } from './scene';
import { rowsOf } from './stores';

interface DeadlineRow {
  id: string;
  about: string;
  startOn: string;
  dueOn: string;
  days: number | null;
  dueAt: string;
  value: number;
}

/** Each deadline is what the calendar says when it is counted once more from its first day. */
export const countedAnew: Invariant = async (scene) => {
  const { world, from, until } = scene.scenario as YearScenario;
  const worked = new WorkedDays(world.calendar, from.slice(0, 10), plus(until.slice(0, 10), 60));
  const rows = await rowsOf<DeadlineRow>(
    scene,
    'achievements',
    `SELECT d.id, d.about, CAST(d.startOn AS CHAR) AS startOn, CAST(d.dueOn AS CHAR) AS dueOn, d.days, d.dueAt, l.value
     FROM deadline d JOIN limit_rule l ON l.id = d.limitId`,
  );
  return rows.flatMap(({ id, about, startOn, dueOn, days, dueAt, value }) => {
    const on = worked.after(plus(startOn, 1), (days ?? value) - 1);
    const at = new Date(Date.parse(`${plus(on, 1)}T00:00:00+08:00`)).toISOString();
    return on === dueOn && at === dueAt ? [] : [`${about} from ${startOn} is due on ${dueOn} (${dueAt}), counted anew on ${on}: ${id}`];
  });
};
