import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import { messageNames } from './workflows';
import type {
  ApplicationFactsSignal,
  CorrectionFactsSignal,
  NoticeFactsSignal,
  ReportUpFactsSignal,
  SubmissionFactsSignal,
  WindowFactsSignal,
  WorkflowProgress,
} from './workflows';

/** Numbered facts from the ledger, in order, one or more at a time. */
export const submissionFacts = defineSignal<[SubmissionFactsSignal]>(messageNames.submissionFacts);
export const applicationFacts = defineSignal<[ApplicationFactsSignal]>(messageNames.applicationFacts);
export const correctionFacts = defineSignal<[CorrectionFactsSignal]>(messageNames.correctionFacts);
export const windowFacts = defineSignal<[WindowFactsSignal]>(messageNames.windowFacts);
/** To the reminder round: which day is the next round’s may have changed. */
export const calendarChanged = defineSignal(messageNames.calendarChanged);
export const reportUpFacts = defineSignal<[ReportUpFactsSignal]>(messageNames.reportUpFacts);
export const noticeFacts = defineSignal<[NoticeFactsSignal]>(messageNames.noticeFacts);
/** Continue as new and read all facts again, under the code that runs now (decision 0025). */
export const refresh = defineSignal(messageNames.refresh);
export const progress = defineQuery<WorkflowProgress>(messageNames.progress);
/** For operators: hold back what time would do, and go on. */
export const pause = defineUpdate<void, [{ reason: string }]>(messageNames.pause);
export const resume = defineUpdate<void>(messageNames.resume);
/** For operators: do now what would be tried again later. */
export const retryNow = defineUpdate<void>(messageNames.retryNow);
