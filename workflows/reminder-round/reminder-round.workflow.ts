/**
 * The daily reminder round (design §4): every working day at 09:00 Asia/Shanghai each person gets one digest of what is due or late (P31).
 * It alone sends reminders. What is due in achievements, accounts and notices is read page by page, claimed once per (deadline, rung, recipient), then sent.
 * Which day is a working day, and when its round is, achievements says from its calendar; nothing is counted here.
 * When another edition of the calendar is loaded it looks again when its next round is.
 * While notifications is away what is due is asked for anew each hour, so that nothing is told which has been met meanwhile; the rounds that
 * came meanwhile are noted in their order and told in one digest. A round that is refused is logged, and the next day's is held as usual.
 * It has no end of its own; tests and seasons give it one (until).
 */
import { taskQueues } from '@dengke/contract';
import type {
  AccountsActivities,
  AchievementsActivities,
  DueReminder,
  Instant,
  NotificationsActivities,
  PlainDate,
  ReminderRoundInput,
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

interface Round {
  at: Instant;
  on: PlainDate;
}

const accounts = proxyActivities<AccountsActivities>({ taskQueue: taskQueues.accounts, ...patience });
const achievements = proxyActivities<AchievementsActivities>({ taskQueue: taskQueues.achievements, ...patience });
/** What it is given is older than an hour in no case. */
const notifications = proxyActivities<NotificationsActivities>({
  taskQueue: taskQueues.notifications,
  scheduleToCloseTimeout: '1h',
  ...patience,
});

export async function reminderRound({ until, after }: ReminderRoundInput): Promise<void> {
  let held = after ?? new Date(Date.now()).toISOString();
  let editions = 0;
  setHandler(calendarChanged, () => void (editions += 1), { description: 'Another edition of the calendar is in force' });
  while (!workflowInfo().continueAsNewSuggested) {
    const asked = editions;
    const round = await achievements.nextRound({ after: held });
    if (until !== undefined && Date.parse(round.at) > Date.parse(until)) {
      return;
    }
    setCurrentDetails(`Next round **${round.at}** for ${round.on}; the last one was ${held}.`);
    if (await comes(round, () => editions !== asked)) {
      held = (await hold(round, until)).at;
    }
  }
  await continueAsNew<typeof reminderRound>({ ...(until === undefined ? {} : { until }), after: held });
}

/** Waits for the round (true), or until the days are counted otherwise (false). */
async function comes({ at, on }: Round, isOutdated: () => boolean): Promise<boolean> {
  const summary = `round of ${on}`;
  const outdated = hasCome(at) ? isOutdated() : await condition(isOutdated, Date.parse(at) - Date.now(), { summary });
  return !outdated;
}

/** Holds a round, and with it those that come before it could be held. @returns the last of them */
async function hold(first: Round, until: Instant | undefined): Promise<Round> {
  for (let round = first; ;) {
    try {
      await noteDay(round);
      const next = patched('missed-rounds') ? await comeSince(round, until) : null;
      if (next === null) {
        await notifications.sendDigests.executeWithOptions({ summary: `digests of ${round.on}`, startToCloseTimeout: '30s' }, [round]);
        return round;
      }
      round = next;
    } catch (failure) {
      if (hoursOver(failure)) {
        round = first;
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
async function comeSince({ at }: Round, until: Instant | undefined): Promise<Round | null> {
  const next = await achievements.nextRound({ after: at });
  const isOver = until !== undefined && Date.parse(next.at) > Date.parse(until);
  return hasCome(next.at) && !isOver ? next : null;
}

async function noteDay(round: Round): Promise<void> {
  await noteAll(round);
  if (patched('applications')) {
    await noteApplications(round);
  }
  if (patched('notices')) {
    await noteNotices(round);
  }
}

/** Claims what is due, page by page; what was claimed before is not claimed again. */
async function noteAll({ at, on }: Round): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<AchievementsActivities['remindersDue']>> = await achievements.remindersDue({ on, at, cursor });
    await note({ at, on }, page.due);
    cursor = page.next;
  } while (cursor !== null);
}

/** What waits at the desks of accounts; on which rung it stands achievements says from its calendar. */
async function noteApplications({ at, on }: Round): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<AccountsActivities['applicationsWaiting']>> = await accounts.applicationsWaiting({ at, cursor });
    if (page.waiting.length > 0) {
      const { due } = await achievements.rungsOn({ on, waiting: page.waiting });
      await note({ at, on }, due);
    }
    cursor = page.next;
  } while (cursor !== null);
}

/** The same of the answers to notices that are waited for. */
async function noteNotices({ at, on }: Round): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<NotificationsActivities['noticesWaiting']>> = await notifications.noticesWaiting({ at, cursor });
    if (page.waiting.length > 0) {
      const { due } = await achievements.rungsOn({ on, waiting: page.waiting });
      await note({ at, on }, due);
    }
    cursor = page.next;
  } while (cursor !== null);
}

async function note({ at, on }: Round, due: DueReminder[]): Promise<void> {
  if (due.length > 0) {
    await notifications.noteReminders.executeWithOptions({ summary: `${due.length} due` }, [{ on, at, due }]);
  }
}
