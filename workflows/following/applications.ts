import { taskQueues } from '@dengke/contract';
import type { AccountsActivities, AchievementsActivities, ApplicationFact, ApplicationLimit, Instant } from '@dengke/contract';
import { applicationFacts } from '@dengke/contract/messages';
import { proxyActivities } from '@temporalio/workflow';
import { applicationBoard } from './application-board';
import { Journey } from './journey';
import { patience } from './patience';

/** What the two kinds of application have in common: one ledger in accounts, a desk, and a due day that achievements counts. */
export type ApplicationJourney = Journey<ApplicationFact>;

const accounts = proxyActivities<AccountsActivities>({ taskQueue: taskQueues.accounts, ...patience });
const achievements = proxyActivities<Pick<AchievementsActivities, 'dueOn'>>({ taskQueue: taskQueues.achievements, ...patience });

export function followedApplication(subject: string, pausedFor: string | undefined): ApplicationJourney {
  const factsAfter = (after: number) =>
    accounts.applicationFactsAfter.executeWithOptions({ summary: `facts after ${after}` }, [{ subject, after }]);
  return new Journey({ factsSignal: applicationFacts, factsAfter, show: applicationBoard() }, pausedFor);
}

/** The desk has it, until it decides or is late; late tells the level above and decides nothing (P31). */
export async function deskDecides(journey: ApplicationJourney, limit: ApplicationLimit): Promise<void> {
  const { countsFrom, dueAt, deskId } = journey.last;
  if (countsFrom !== null) {
    await dueDayIsCounted(journey, limit, countsFrom);
    return;
  }
  const decidedInTime = await journey.movedBefore(dueAt, 'the desk decides');
  if (!decidedInTime) {
    await timeActs(journey, 'escalate', `late: ${deskId}`);
  }
}

/** Working days are achievements' to count; what it counted is recorded like everything else. */
async function dueDayIsCounted(journey: ApplicationJourney, limit: ApplicationLimit, since: Instant): Promise<void> {
  const movedBefore = await journey.movedBefore(since, 'its due day is counted');
  if (movedBefore) {
    return;
  }
  const { subject, deskId, limitId, extraDays } = journey.last;
  await journey.timeActs(async (act) => {
    const asked = { limit, since, deskId, ...(limitId !== undefined && { limitId }), ...(extraDays !== undefined && { extraDays }) };
    const due = await achievements.dueOn.executeWithOptions({ summary: `${limit} from ${since}` }, [asked]);
    return accounts.setDue.executeWithOptions({ summary: `due ${due.dueOn}` }, [{ subject, ...act, due }]);
  });
}

export async function timeActs(journey: ApplicationJourney, act: 'escalate' | 'expire', summary: string): Promise<void> {
  const { subject } = journey.last;
  await journey.timeActs((due) => accounts[act].executeWithOptions({ summary }, [{ subject, ...due }]));
}
