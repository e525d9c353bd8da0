import type { WorkingDays } from './calendar';
import type { Day, World } from './plain';
import type { Submission, Wait } from './submission';

/** 5, 3, 1 working days before, the day itself, each working day after (docs/deadlines.md, “Late”). What began today is not reminded of today. */
function rungOn(days: WorkingDays, on: Day, from: Day, dueOn: Day): string | null {
  if (from >= on) {
    return null;
  }
  if (on > dueOn) {
    return `overdue-${days.between(dueOn, on)}`;
  }
  const left = days.between(on, dueOn);
  if (left === 0) {
    return 'due-day';
  }
  return [5, 3, 1].includes(left) ? `before-${left}` : null;
}

/** Those of the desk, from the last day on its super administrator too; or the one who has to mend it. */
function whom({ desk, person }: Wait, rung: string, world: World): string[] {
  if (person !== null) {
    return [person];
  }
  const { people, superAdmins } = world.desks[desk!]!;
  const own = people.length > 0 ? people : superAdmins;
  const climbs = rung === 'due-day' || rung.startsWith('overdue-');
  return [...new Set([...own, ...(climbs ? superAdmins : [])])];
}

/** The round at nine on a working day: of each day that a wait is due on, each rung once. */
export function remindersOf(
  of: Submission,
  on: Day,
  days: WorkingDays,
  world: World,
): [on: Day, rung: string, refs: string[], logins: string[]][] {
  const wait = of.openWait;
  if (wait === undefined) {
    return [];
  }
  const dueOn = of.dueOn(wait);
  const rung = rungOn(days, on, wait.from, dueOn);
  if (rung === null || wait.reminded.has(`${rung} ${dueOn}`)) {
    return [];
  }
  wait.reminded.add(`${rung} ${dueOn}`);
  return [[on, rung, [of.ref], whom(wait, rung, world)]];
}
