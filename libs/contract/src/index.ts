export type { AccountsActivities, AchievementsActivities, NotificationsActivities, Recounted, RecountPage } from './activities';
export type { TimedAct, TimedApplicationAct, TimedCorrectionAct, TimedNoticeAct, TimedReportAct, TimedWindowAct } from './activities';
export type { DueDayAsked, LostDay, LostDayPage } from './activities';
export type { ApplicationRelation, ApplicationRule } from './application-rule';
export { applicationLimits, isApplicationOver } from './applications';
export type { ApplicationAct, ApplicationFact, ApplicationLimit, ApplicationOutcome, ApplicationState, CountedDay } from './applications';
export type { ApplicationsAlike } from './applications';
export { calendarDayKinds } from './calendar';
export type { CalendarChange, CalendarChangeInput, CalendarChangeResult, CalendarDayChange } from './calendar';
export { cellText, textOfCell } from './cell-text';
export { checkListFor, checkOf, checkPoints, findingAnswers, unansweredOf } from './check-list';
export type { CheckItem, CheckPoint, CheckResult, Finding, ReviewCheck } from './check-list';
export { cancellationGrounds, certificateSentence, certificateStandings, verificationOutcomes, wrongs } from './certificates';
export type { CancellationGround, CertificateKey, CertificateSeal, CertificateStanding, VerificationOutcome } from './certificates';
export { correctableFields, correctionActs, correctionRules, correctionStates, isCorrectionOver } from './correction';
export type {
  CorrectableField,
  CorrectionAct,
  CorrectionFact,
  CorrectionOutcome,
  CorrectionState,
  RegisteredContent,
  RegisteredUnit,
} from './correction';
export {
  credentialApplicationActs,
  credentialApplicationRules,
  credentialApplicationStates,
  rolesToApplyFor,
  unitFields,
  unitKinds,
} from './credential-application';
export type { CredentialApplicationAct, CredentialApplicationState, RoleAppliedFor, UnitField, UnitKind } from './credential-application';
export { errorSentences } from './error-sentences';
export { refusals } from './errors';
export type { ErrorCode, Problem } from './errors';
export { fieldName } from './field-names';
export { isReason, reasonSentences, sentenceOf } from './field-reasons';
export type { FieldFault, LimitReason, Reason } from './field-reasons';
export { faultyFields, feedbackFormNames, feedbackForms } from './feedback-forms';
export type { FeedbackField, FeedbackForm, FeedbackFormOf } from './feedback-forms';
export { creatableKinds, graphChangeKinds } from './graph-changes';
export type {
  Appointment,
  AreaChange,
  GraphChange,
  GraphChangeKind,
  GraphEffects,
  NewOrganisation,
  NewPlace,
  OpenSubmission,
  Standing,
  UnitDetails,
} from './graph-changes';
export {
  duties,
  effectiveRightsOf,
  grantableTo,
  isSeparated,
  organisationKinds,
  rightNames,
  rights,
  rightsOf,
  roles,
  rolesIn,
  separatedRoles,
  serviceSecretHeader,
  tokenAudience,
  tokenIssuer,
  tokenLifetimeSeconds,
} from './identity';
export type { Caller, Duty, OrganisationKind, Position, Right, Role } from './identity';
export type { FeedEntry, FeedPage, Instant, PlainDate, PutAside, Rest } from './ledger';
export { namedSubject } from './named-entries';
export type { Identified } from './named-entries';
export { isBlank, normalisedName } from './words';
export { formalFlaws, objectionKinds, objectionStates, objectors } from './objections';
export type { FormalFlaw, ObjectionKind, ObjectionState, Objector } from './objections';
export {
  documentNumberPattern,
  loosenedBy,
  noticeActs,
  noticeCopyActs,
  noticeCopyRules,
  noticeCopyStates,
  noticeLimits,
  noticeReaches,
  noticeRules,
  noticeStates,
} from './notices';
export type {
  NoticeAct,
  NoticeCopyAct,
  NoticeCopyState,
  NoticeDemand,
  NoticeFact,
  NoticeLimit,
  NoticeOutcome,
  NoticeReach,
  NoticeState,
} from './notices';
export { houseWorks, stuckReasons } from './operations';
export type {
  DeadlineExplained,
  EntryExplained,
  HouseWork,
  MessageTold,
  PendingActivity,
  PendingTimer,
  StageExplained,
  StandingCount,
  StuckReason,
  StuckSubmission,
  StuckWorkflow,
  StuckWorkflows,
  SubmissionExplained,
  UntoldFacts,
  WorkflowLook,
  WorkflowRun,
} from './operations';
export {
  organiserApplicationActs,
  organiserApplicationRules,
  organiserApplicationStates,
  organiserDeclaration,
  organiserKinds,
  organiserScans,
} from './organiser-application';
export type {
  NamedContact,
  OrganiserApplicationAct,
  OrganiserApplicationState,
  OrganiserForm,
  OrganiserKind,
  OrganiserScan,
} from './organiser-application';
export { categories, declarations, evidenceKinds, grounds } from './registration-form';
export type {
  Amount,
  Category,
  Declaration,
  Evidence,
  EvidenceKind,
  EvidenceRole,
  FormCompleter,
  FormEvaluator,
  FormFunding,
  FormIpRight,
  FormPaper,
  FormUnit,
  Ground,
  PartialForm,
  RegistrationForm,
} from './registration-form';
export { bundleFormat, bundleMediaType, bundlePaths, bundleVersion } from './report-bundle';
export type {
  BundleItem,
  BundleManifest,
  BundleManifestItem,
  BundlePart,
  BundleSignature,
  CancellationItem,
  CorrectionItem,
  RegistrationItem,
  RegistryAnswer,
  RegistryItemAnswer,
} from './report-bundle';
export { reportBundleActs, reportBundleStates, reportItemStates, reportKinds, reportModes } from './report-up';
export type {
  ReportBundleAct,
  ReportBundleState,
  ReportCounts,
  ReportItemState,
  ReportKind,
  ReportMode,
  ReportTry,
  ReportUpFact,
  ReportUpResult,
} from './report-up';
export { leadsTo } from './leads-to';
export { channelsFor, messageChannels, messageTopics, topicOf, topicRules } from './message-topics';
export type { ChannelChoices, MessageChannel, MessageTopic, TopicRule } from './message-topics';
export { dueBy } from './due';
export { climbs, dueReminderOf, dueRow, reminderSources, rungsBefore, stepsUp, stepUpAfter, withoutDay } from './reminders';
export type { DueReminder, DueRow, OwnDeadline, ReminderSource, Rung, RunningDeadline } from './reminders';
export { doors, stageKinds, stageRules } from './review-route';
export type { Door, JudgingStage, ReviewRoute, RouteLeg, RouteUnit, StageKind } from './review-route';
export { actRules, entryStandings, itemOutcomes, likenessVerdicts, submissionActs, suspicions } from './submission-acts';
export type {
  ActInput,
  ActorRelation,
  ItemAnswer,
  ItemOutcome,
  EntryStanding,
  LikenessVerdict,
  ReturnItem,
  SeenLikenesses,
  SeenStage,
  SubmissionAct,
  Suspicion,
} from './submission-acts';
export type { Progress, SubmissionAbout, SubmissionFact, SubmissionOutcome } from './submission-facts';
export { divergenceKinds, remedies, workflowOrders } from './reconciling';
export type { Divergence, DivergenceKind, Reconciliation, Remedy, WorkflowOrder } from './reconciling';
export { intakeModes, isOver, occupyingStates, submissionStates, windowOutcomes } from './submission-states';
export type { IntakeMode, SubmissionState, WindowOutcome } from './submission-states';
export { taskQueues } from './task-queues';
export { traceContextOf, traceparentHeader, traceparentOf } from './trace-context';
export type { SignalSeen, TraceContext } from './trace-context';
export { trainingMark } from './training';
export type { HouseMode } from './training';
export { hasRightCheckCharacter, isWellFormedUscc, normalisedUscc } from './uscc';
export { movesCutOffs, windowActs, windowStates } from './windows';
export type { CollectionWindow, EarlierCutOff, WindowAccount, WindowAct, WindowFact, WindowResult, WindowState } from './windows';
export {
  correctionWorkflowId,
  credentialApplicationWorkflowId,
  messageNames,
  organiserApplicationWorkflowId,
  calendarChangeWorkflowId,
  noticeWorkflowId,
  reminderRoundWorkflowId,
  reportUpWorkflowId,
  searchAttributes,
  submissionAttributes,
  submissionWorkflowId,
  windowWorkflowId,
  workflowTypes,
} from './workflows';
export type {
  ApplicationFactsSignal,
  ApplicationInput,
  BatchWindowInput,
  CorrectionFactsSignal,
  CorrectionInput,
  NoticeFactsSignal,
  NoticeInput,
  ReminderRoundInput,
  ReportUpFactsSignal,
  RoundDay,
  RoundUnderWay,
  ReportUpInput,
  SearchAttribute,
  SubmissionFactsSignal,
  SubmissionInput,
  WindowFactsSignal,
  WorkflowProgress,
  Workflows,
} from './workflows';
