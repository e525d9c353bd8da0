export type { AchievementsActivities, NotificationsActivities, TimedAct, TimedWindowAct } from './activities';
export { refusals } from './errors';
export type { ErrorCode, Problem } from './errors';
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
export type { FeedEntry, FeedPage, Instant, PlainDate, Rest } from './ledger';
export { categories, declarations, evidenceKinds, grounds } from './registration-form';
export type { Category, Declaration, Evidence, EvidenceKind, FormCompleter, FormUnit, Ground, RegistrationForm } from './registration-form';
export { rungsBefore } from './reminders';
export type { DueReminder, Rung } from './reminders';
export { doors, stageKinds, stageRules } from './review-route';
export type { Door, ReviewRoute, RouteLeg, RouteUnit, StageKind } from './review-route';
export { actRules, checkPoints, submissionActs } from './submission-acts';
export type {
  ActInput,
  ActorRelation,
  CheckPoint,
  CheckResult,
  ReturnItem,
  ReviewCheck,
  SeenStage,
  SubmissionAct,
} from './submission-acts';
export type { Progress, SubmissionAbout, SubmissionFact, SubmissionOutcome } from './submission-facts';
export { intakeModes, isOver, occupyingStates, submissionStates, windowOutcomes } from './submission-states';
export type { IntakeMode, SubmissionState, WindowOutcome } from './submission-states';
export { taskQueues } from './task-queues';
export { windowActs, windowStates } from './windows';
export type { CollectionWindow, EarlierCutOff, WindowAccount, WindowAct, WindowFact, WindowResult, WindowState } from './windows';
export {
  messageNames,
  reminderRoundWorkflowId,
  searchAttributes,
  submissionWorkflowId,
  windowWorkflowId,
  workflowTypes,
} from './workflows';
export type {
  BatchWindowInput,
  ReminderRoundInput,
  SubmissionFactsSignal,
  SubmissionInput,
  WindowFactsSignal,
  WorkflowProgress,
  Workflows,
} from './workflows';
