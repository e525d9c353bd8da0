export { batchWindow } from './batch-window/batch-window.workflow';
export { reminderRound } from './reminder-round/reminder-round.workflow';
export { submission } from './submission/submission.workflow';
