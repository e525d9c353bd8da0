import type { MessageTold, SubmissionExplained, WorkflowLook } from '@dengke/contract';
import { submissionStates } from '@dengke/contract';
import type { ServiceClient } from '@dengke/service-kit';
import { serviceOf } from '../house';
import { OpsError } from '../verb';
import type { Verb } from '../verb';

/** The services that know something of a submission. */
export interface Knowing {
  achievements: ServiceClient;
  notifications: ServiceClient;
}

/** Reads of a whole history may take their time. */
const WITHIN_MS = 30_000;

/** One page on one submission: ids and instants, no name and no word of anybody. */
export const explain: Verb = {
  name: 'explain',
  summary:
    'SERIAL: workflow, stages, deadlines, timeline and messages of one submission; fails where its workflow does not stand where the ledger does',
  run: async (args) => explainOf({ achievements: await serviceOf('achievements'), notifications: await serviceOf('notifications') }, args),
};

export async function explainOf({ achievements, notifications }: Knowing, [serial]: readonly string[]): Promise<number> {
  try {
    if (serial === undefined || !/^\d{4}-\d{6}$/.test(serial)) {
      throw new OpsError('Which submission? npm run ops -- explain 2023-000017');
    }
    const [explained, messages] = await Promise.all([
      achievements.get<SubmissionExplained>(`/internal/operations/submissions/${serial}`, { timeoutMs: WITHIN_MS }),
      notifications.get<MessageTold[]>(`/internal/messages/of/${serial}`, { timeoutMs: WITHIN_MS }),
    ]);
    const doubts = doubtsOf(explained);
    pageOf(explained, messages, doubts).forEach((line) => console.log(line));
    return doubts.length === 0 ? 0 : 1;
  } finally {
    await Promise.all([achievements.close(), notifications.close()]);
  }
}

/** What does not fit together between the ledger and the workflow. What has just happened may be under way: look again. */
function doubtsOf({ progress, untold, workflow }: SubmissionExplained): string[] {
  const { over } = submissionStates[progress.state];
  if (workflow === null) {
    return over ? [] : ['Temporal knows no workflow of it'];
  }
  const isRunning = workflow.status === 'RUNNING';
  const reached = workflow.progress?.lastFact ?? workflow.lastFact;
  return [
    ...(isRunning && over ? ['its workflow goes on though it is over'] : []),
    ...(!isRunning && !over ? [`its workflow is ${workflow.status} though it is open`] : []),
    ...(isRunning && workflow.progress === null ? ['its workflow did not answer'] : []),
    ...(reached !== null && reached !== progress.lastFact ? [`its workflow has followed to ${reached} of ${progress.lastFact}`] : []),
    ...(untold.length === 0 ? [] : [`its workflow has not been told ${untold.join(', ')}`]),
    ...workflow.activities.flatMap(({ activity, attempt, failure }) =>
      failure === null ? [] : [`${activity} fails (${failure}), try ${attempt}`],
    ),
  ];
}

function pageOf(explained: SubmissionExplained, messages: readonly MessageTold[], doubts: readonly string[]): string[] {
  const { progress, unitId, submitterId, windowId, escalatedAt } = explained;
  const due = progress.dueAt === null ? 'nothing is due' : `due ${progress.dueAt}${progress.dueProvisional ? ' (provisional)' : ''}`;
  return [
    `${progress.serial} · ${progress.state} · round ${progress.round} · ${windowId ?? progress.mode} · ${progress.registrationNumber ?? 'no number'}`,
    `At ${progress.deskId ?? 'nobody’s desk'}, ${due}${escalatedAt === null ? '' : `, escalated ${escalatedAt}`}. Unit ${unitId}, submitted by ${submitterId}.`,
    ...section('Doubts', doubts),
    ...section('Workflow', workflowLines(explained.workflow)),
    ...section('Stages', explained.stages.map(stageLine)),
    ...section('Deadlines', explained.deadlines.map(deadlineLine)),
    ...section('Timeline', explained.timeline.map(entryLine)),
    ...section('Told', messages.map(messageLine)),
  ];
}

const section = (title: string, lines: readonly string[]): string[] => [
  '',
  title,
  ...(lines.length === 0 ? ['none'] : lines).map((line) => `  ${line}`),
];

function workflowLines(workflow: WorkflowLook | null): string[] {
  if (workflow === null) {
    return [];
  }
  const { workflowId, runId, status, startedAt, historyLength, progress } = workflow;
  const own = progress && `says: fact ${progress.lastFact}, ${progress.state}, waits until ${progress.waitsUntil ?? 'something happens'}`;
  return [
    `${workflowId} · ${status} since ${startedAt} · run ${runId} · ${historyLength} events`,
    ...(own === null ? [] : [progress?.paused === true ? `${own}; paused or refused` : own]),
    ...workflow.timers.map(({ at, meaning }) => `timer ${at}: ${meaning ?? 'without a summary'}`),
    ...workflow.activities.map(
      ({ activity, attempt, failure }) => `activity ${activity}, try ${attempt}${failure === null ? '' : `: ${failure}`}`,
    ),
  ];
}

const stageLine = ({
  kind,
  round,
  deskId,
  startedAt,
  openedAt,
  claimedBy,
  decision,
  decidedAt,
  decidedBy,
}: SubmissionExplained['stages'][number]): string =>
  [
    `${kind} (round ${round}) at ${deskId} since ${startedAt}`,
    openedAt === null ? 'not opened' : `opened ${openedAt}`,
    claimedBy === null ? 'not claimed' : `claimed by ${claimedBy}`,
    decision === null ? 'undecided' : `${decision} by ${decidedBy} ${decidedAt}`,
  ].join(' · ');

/** Rule and source, start, what was passed over, calendar, and what in the end binds (P32). */
function deadlineLine(row: SubmissionExplained['deadlines'][number]): string {
  const { about, round, state, binding, rule, startOn, dueOn, skipped, calendarVersion, provisional } = row;
  const over = skipped.map(({ date, name, reason }) => `${date} ${name ?? reason}`).join(', ');
  return [
    `${about} (round ${round}, ${state}): ${binding.on} by the ${binding.because}${provisional ? ', provisional' : ''}`,
    `${rule.value} ${rule.unit} from ${startOn} to ${dueOn} (${rule.source})`,
    `passed over: ${over === '' ? 'nothing' : over}`,
    `calendar ${calendarVersion}`,
  ].join(' · ');
}

const entryLine = ({ number, at, act, by, organisationId, state, stage }: SubmissionExplained['timeline'][number]): string =>
  `${number}. ${at} ${act} by ${by ?? 'time'}${organisationId === null ? '' : ` for ${organisationId}`} → ${state}${stage === null ? '' : ` at ${stage}`}`;

const messageLine = ({ at, kind, recipientId, readAt, mail }: MessageTold): string =>
  `${at} ${kind} to ${recipientId} · ${readAt === null ? 'unread' : `read ${readAt}`} · ${mail === null ? 'no mail of its own' : `mail ${mail}`}`;
