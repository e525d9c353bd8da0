/**
 * An edition of the working-day calendar was loaded (P40–P42): every open deadline that an earlier one gave is counted anew, those of
 * submissions in achievements and those of applications in accounts, page by page, each by an act of its own that its workflow hears of.
 * The reminder round looks again when its next day is. Nobody steps in; interrupted, it goes on where it was.
 * It ends when everything has been looked at once: what begins afterwards is counted by the new edition.
 */
import { calendarChangeWorkflowId, reminderRoundWorkflowId, taskQueues } from '@dengke/contract';
import type {
  AccountsActivities,
  AchievementsActivities,
  CalendarChangeInput,
  CalendarChangeResult,
  Recounted,
  RecountPage,
} from '@dengke/contract';
import { calendarChanged } from '@dengke/contract/messages';
import { getExternalWorkflowHandle, isCancellation, log, proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import { patience } from '../following/patience';

const accounts = proxyActivities<AccountsActivities>({ taskQueue: taskQueues.accounts, ...patience });
const achievements = proxyActivities<AchievementsActivities>({ taskQueue: taskQueues.achievements, ...patience });

export async function calendarChange({ version, at }: CalendarChangeInput): Promise<CalendarChangeResult> {
  await tellTheRound(version);
  const submissions = await everyPage((cursor) => achievements.recountDeadlines({ version, at, cursor }), 'deadlines of submissions');
  const applications = await everyPage((cursor) => accounts.recountApplications({ version, at, cursor }), 'due days of applications');
  setCurrentDetails(`Edition **${version}**: ${submissions} deadlines of submissions and ${applications} due days of applications moved.`);
  return { submissions, applications };
}

/** Where no round runs, there is none to be moved. */
async function tellTheRound(version: number): Promise<void> {
  try {
    await getExternalWorkflowHandle(reminderRoundWorkflowId).signal(calendarChanged);
  } catch (failure) {
    if (isCancellation(failure)) {
      throw failure;
    }
    log.warn('No reminder round runs', { told: calendarChangeWorkflowId(version) });
  }
}

async function everyPage(page: (cursor: RecountPage['cursor']) => Promise<Recounted>, of: string): Promise<number> {
  let moved = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const one = await page(cursor === '' ? null : cursor);
    moved += one.moved;
    cursor = one.next;
    setCurrentDetails(`Counting ${of} anew: ${moved} moved so far.`);
  }
  return moved;
}
