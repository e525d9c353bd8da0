import type { CollectionWindow, Instant, PlainDate, RouteLeg } from '@dengke/contract';
import { startOfDay } from './instants';

/** The letters' dates: opened with the letter (S75), results of the half-year (S76), online until 25 August (S77), paper 28 to 30 August (S78). */
export const h1Dates: WindowDates = {
  resultFrom: '2023-01-01',
  resultTo: '2023-06-30',
  announcedOn: '2023-08-07',
  opensOn: '2023-08-07',
  cutOffOn: '2023-08-25',
  paperFrom: '2023-08-28',
  paperTo: '2023-08-30',
};

/** The dates of a window, each a civil day of Asia/Shanghai. */
export type WindowDates = Record<'resultFrom' | 'resultTo' | 'announcedOn' | 'opensOn' | 'cutOffOn' | 'paperFrom' | 'paperTo', PlainDate>;

export function windowOf(
  id: string,
  { opensOn, ...dates }: WindowDates,
  earlier: ReadonlyArray<readonly [string, PlainDate]> = [],
): CollectionWindow {
  return {
    id,
    name: id,
    registrationYear: 2023,
    ...dates,
    opensAt: startOfDay(opensOn),
    cutOffAt: endOf(dates.cutOffOn),
    earlierCutOffs: earlier.map(([organisationId, cutOffOn]) => ({ organisationId, cutOffOn, cutOffAt: endOf(cutOffOn) })),
  };
}

function endOf(day: PlainDate): Instant {
  return startOfDay(day, 1);
}

export const h1: CollectionWindow = windowOf('h1-2023', h1Dates);

/** The cut-off that binds a submission: the earliest of the window's and those of its organiser or area (S39). */
export function cutOffOf(window: CollectionWindow, legs: readonly RouteLeg[]): Instant {
  const own = window.earlierCutOffs.filter(({ organisationId }) => legs.some((leg) => leg.organisationId === organisationId));
  return [window.cutOffAt, ...own.map(({ cutOffAt }) => cutOffAt)].sort()[0] ?? window.cutOffAt;
}
