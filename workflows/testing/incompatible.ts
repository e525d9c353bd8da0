/**
 * A deliberately incompatible edit, for the replay spec: this reminder round sends yesterday's digests before it asks for the next round.
 * Everything else is the present code.
 */
import { taskQueues } from '@dengke/contract';
import type { AchievementsActivities, NotificationsActivities, ReminderRoundInput } from '@dengke/contract';
import { proxyActivities } from '@temporalio/workflow';
import { patience } from '../following/patience';

export { calendarChange } from '../calendar-change/calendar-change.workflow';
export { batchWindow } from '../batch-window/batch-window.workflow';
export { correction } from '../correction/correction.workflow';
export { credentialApplication } from '../credential-application/credential-application.workflow';
export { notice } from '../notice/notice.workflow';
export { organiserApplication } from '../organiser-application/organiser-application.workflow';
export { reportUp } from '../report-up/report-up.workflow';
export { submission } from '../submission/submission.workflow';

const achievements = proxyActivities<AchievementsActivities>({ taskQueue: taskQueues.achievements, ...patience });
const notifications = proxyActivities<NotificationsActivities>({ taskQueue: taskQueues.notifications, ...patience });

export async function reminderRound({ after = '' }: ReminderRoundInput): Promise<void> {
  await notifications.sendDigests({ on: after.slice(0, 10), at: after });
  await achievements.nextRound({ after });
}
