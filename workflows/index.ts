export { batchWindow } from './batch-window/batch-window.workflow';
export { calendarChange } from './calendar-change/calendar-change.workflow';
export { credentialApplication } from './credential-application/credential-application.workflow';
export { organiserApplication } from './organiser-application/organiser-application.workflow';
export { reminderRound } from './reminder-round/reminder-round.workflow';
export { reportUp } from './report-up/report-up.workflow';
export { submission } from './submission/submission.workflow';
