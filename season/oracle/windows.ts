import { dayAfter, midnight } from './calendar';
import type { Account, Outcome, Prediction, Time, Window } from './plain';
import type { Submission } from './submission';

const outcomes: readonly Outcome[] = ['transmitted', 'carried-over', 'returned', 'withdrawn', 'rejected'];

/** A window that was announced: its dates, what happened to it, and who was refused while it was open. */
export interface Announced {
  window: Window;
  events: [act: string, time: Time][];
  refused: string[];
}

export const opensAt = ({ opensOn }: Window): Time => midnight(opensOn);
/** The last day counts whole (P12). */
export const cutsOffAt = ({ cutOffOn }: Window): Time => midnight(dayAfter(cutOffOn));

export const takesAt = (window: Window, at: Time): boolean => opensAt(window) <= at && at < cutsOffAt(window);

/** What time brings a window at an instant, in order. */
export function eventsAt(window: Window, at: Time): string[] {
  const due: [string, Time][] = [
    ['open', opensAt(window)],
    ['freeze', cutsOffAt(window)],
    ['startPaperDays', midnight(window.paperFrom)],
    ['close', midnight(dayAfter(window.paperTo))],
  ];
  return due.flatMap(([act, time]) => (time === at ? [act] : []));
}

function accountOf(entered: readonly Submission[]): Account {
  const counts = outcomes.map((outcome) => [outcome, entered.filter((one) => (one.outcome ?? one.standing()) === outcome).length] as const);
  const accounted = counts.reduce((sum, [, count]) => sum + count, 0);
  return { entered: entered.length, ...(Object.fromEntries(counts) as Record<Outcome, number>), residual: entered.length - accounted };
}

/** The whole account, each organisation's on a route of what entered, and what each recommended before the cut-off (P14). */
export function cameOf({ window, events, refused }: Announced, all: readonly Submission[]): Prediction['windows'][string] {
  const entered = all.filter((one) => one.window?.id === window.id);
  const desks = [...new Set(entered.flatMap(({ legs }) => legs.filter(({ kind }) => kind !== 'unit').map(({ desk }) => desk)))].sort();
  const goingOn = entered.filter(({ outcome }) => outcome === 'transmitted' || outcome === 'carried-over');
  const recommended = (desk: string): string[] =>
    goingOn.filter(({ recommendedInTime }) => recommendedInTime.has(desk)).map(({ ref }) => ref);
  const isFrozen = events.some(([act]) => act === 'freeze');
  const sheets = isFrozen ? desks.map((desk) => [desk, recommended(desk)] as const) : [];
  return {
    events,
    account: {
      ...accountOf(entered),
      refusedAtSubmit: Object.fromEntries([...new Set(refused)].sort().map((code) => [code, refused.filter((one) => one === code).length])),
    },
    accounts: Object.fromEntries(
      desks.map((desk) => [desk, accountOf(entered.filter(({ legs }) => legs.some((leg) => leg.desk === desk)))]),
    ),
    sheets: Object.fromEntries(sheets.filter(([, refs]) => refs.length > 0)),
  };
}
