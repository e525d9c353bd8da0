/**
 * The daily reminder round: every working day at 09:00 Asia/Shanghai each person gets one digest of what is due or late (P31).
 * It alone sends reminders. What is due in achievements, accounts and notices is read page by page, claimed once per (deadline, rung, recipient), then sent.
 * Which day is a working day, and when its round is, achievements says from its calendar; nothing is counted here.
 * When another edition of the calendar is loaded it looks again when its next round is.
 * While notifications is away what is due is asked for anew each hour, so that nothing is told which has been met meanwhile; the rounds that
 * came meanwhile are noted in their order and told in one digest. A round that is refused is logged, and the next day's is held as usual.
 * A round of many pages goes on in a new run where this one stops, so that no history grows with what is due.
 * It has no end of its own; tests and seasons give it one (until).
 */
import { reminderSources, taskQueues } from '@dengke/contract';
import type {
  AccountsActivities,
  AchievementsActivities,
  DueRow,
  Instant,
  NotificationsActivities,
  ReminderRoundInput,
  ReminderSource,
  RoundDay,
  RoundUnderWay,
} from '@dengke/contract';
import { calendarChanged } from '@dengke/contract/messages';
import {
  ActivityFailure,
  ApplicationFailure,
  condition,
  continueAsNew,
  log,
  patched,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  TimeoutFailure,
  workflowInfo,
} from '@temporalio/workflow';
import { hasCome } from '../following/journey';
import { patience } from '../following/patience';

/** What one run has done of a round that may take several. */
interface Run {
  until: Instant | undefined;
  held: Instant;
  pages: number;
}

/** A page is up to some 800 KB of history, with what is asked and what is noted of it. */
const mostPages = 10;

const accounts = proxyActivities<AccountsActivities>({ taskQueue: taskQueues.accounts, ...patience });
const achievements = proxyActivities<AchievementsActivities>({ taskQueue: taskQueues.achievements, ...patience });
/** What it is given is older than an hour in no case. */
const notifications = proxyActivities<NotificationsActivities>({
  taskQueue: taskQueues.notifications,
  scheduleToCloseTimeout: '1h',
  ...patience,
});

export async function reminderRound({ until, after, underWay }: ReminderRoundInput): Promise<void> {
  const run: Run = { until, held: after ?? new Date(Date.now()).toISOString(), pages: 0 };
  let editions = 0;
  setHandler(calendarChanged, () => void (editions += 1), { description: 'Another edition of the calendar is in force' });
  if (underWay !== undefined) {
    run.held = (await hold(underWay, run)).at;
  }
  while (!workflowInfo().continueAsNewSuggested) {
    const asked = editions;
    const round = await achievements.nextRound({ after: run.held });
    if (until !== undefined && Date.parse(round.at) > Date.parse(until)) {
      return;
    }
    setCurrentDetails(`Next round **${round.at}** for ${round.on}; the last one was ${run.held}.`);
    if (await comes(round, () => editions !== asked)) {
      run.held = (await hold(beginning(round), run)).at;
    }
  }
  await goesOn(run);
}

const goesOn = ({ until, held }: Run, underWay?: RoundUnderWay): Promise<never> =>
  continueAsNew<typeof reminderRound>({
    ...(until === undefined ? {} : { until }),
    after: held,
    ...(underWay === undefined ? {} : { underWay }),
  });

const beginning = (first: RoundDay, round = first): RoundUnderWay => ({ first, round, source: 'submissions', cursor: null });

/** Waits for the round (true), or until the days are counted otherwise (false). */
async function comes({ at, on }: RoundDay, isOutdated: () => boolean): Promise<boolean> {
  const summary = `round of ${on}`;
  const outdated = hasCome(at) ? isOutdated() : await condition(isOutdated, Date.parse(at) - Date.now(), { summary });
  return !outdated;
}

/** Holds a round, and with it those that come before it could be held. @returns the last of them */
async function hold(start: RoundUnderWay, run: Run): Promise<RoundDay> {
  for (let place = start; ;) {
    const { first, round } = place;
    try {
      await noteDay(place, run);
      const next = patched('missed-rounds') ? await comeSince(round, run.until) : null;
      if (next === null) {
        await notifications.sendDigests.executeWithOptions({ summary: `digests of ${round.on}`, startToCloseTimeout: '30s' }, [round]);
        return round;
      }
      place = beginning(first, next);
    } catch (failure) {
      if (hoursOver(failure)) {
        place = beginning(first);
        continue;
      }
      if (!(failure instanceof ActivityFailure && failure.cause instanceof ApplicationFailure)) {
        throw failure;
      }
      log.error('The round was refused', { on: round.on, code: failure.cause.type });
      return round;
    }
  }
}

/** No attempt came to an end, or there was no time left for another. */
const hoursOver = (failure: unknown): boolean =>
  failure instanceof ActivityFailure && (failure.retryState === 'TIMEOUT' || failure.cause instanceof TimeoutFailure);

/** The round after this one, if its time has come as well. */
async function comeSince({ at }: RoundDay, until: Instant | undefined): Promise<RoundDay | null> {
  const next = await achievements.nextRound({ after: at });
  const isOver = until !== undefined && Date.parse(next.at) > Date.parse(until);
  return hasCome(next.at) && !isOver ? next : null;
}

/** Claims what is due, page by page; what was claimed before is not claimed again. */
async function noteDay({ first, round, ...place }: RoundUnderWay, run: Run): Promise<void> {
  for (const source of reminderSources.slice(reminderSources.indexOf(place.source))) {
    if (source !== 'submissions' && !patched(source)) {
      continue;
    }
    let cursor = source === place.source ? place.cursor : null;
    const atOnce = source === 'submissions' && patched('two-pages') ? 2 : 1;
    do {
      const pages = await pagesFrom(source, round, cursor, atOnce);
      await Promise.all(pages.map(({ due }) => note(round, due)));
      cursor = pages.at(-1)?.next ?? null;
      run.pages += pages.length;
      if (cursor !== null && run.pages >= mostPages) {
        await goesOn(run, { first, round, source, cursor });
      }
    } while (cursor !== null);
  }
}

interface DuePage {
  due: DueRow[];
  next: string | null;
}

/** Noted together they take less time than one after the other; of one letter there may be rows on several pages, so notices are noted page by page. */
async function pagesFrom(source: ReminderSource, round: RoundDay, from: string | null, most: number): Promise<DuePage[]> {
  const pages = [await pageOf(source, round, from)];
  for (let next = pages[0]?.next; typeof next === 'string' && pages.length < most; next = pages.at(-1)?.next) {
    pages.push(await pageOf(source, round, next));
  }
  return pages;
}

/** What waits elsewhere than in achievements has its rung by the calendar of achievements. */
async function pageOf(source: ReminderSource, { at, on }: RoundDay, cursor: string | null): Promise<DuePage> {
  if (source === 'submissions') {
    return achievements.remindersDue({ on, at, cursor });
  }
  const asked = { at, cursor };
  const { waiting, next } = await (source === 'applications' ? accounts.applicationsWaiting(asked) : notifications.noticesWaiting(asked));
  const due = waiting.length > 0 ? (await achievements.rungsOn({ on, waiting })).due : [];
  return { due, next };
}

async function note({ at, on }: RoundDay, due: DueRow[]): Promise<void> {
  if (due.length > 0) {
    await notifications.noteReminders.executeWithOptions({ summary: `${due.length} due` }, [{ on, at, due }]);
  }
}
