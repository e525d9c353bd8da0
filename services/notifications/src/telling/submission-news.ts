import { dueBy, stageKinds, submissionActs, submissionStates } from '@dengke/contract';
import type { FeedEntry, Instant, StageKind, SubmissionAct, SubmissionState } from '@dengke/contract';

/** One fact of a submission as the feed of achievements tells it: ids, and where the submission stands since. */
export interface SubmissionNews {
  /** `submission/<serial>#<number>`: the same however often the entry is read. */
  eventKey: string;
  serial: string;
  number: number;
  act: SubmissionAct;
  at: Instant;
  state: SubmissionState | null;
  stage: StageKind | null;
  deskId: string | null;
  nextDeskId: string | null;
  /** To which desk the paper is on its way; it runs beside the submission (P28). */
  paperDeskId: string | null;
  /** For which organisation somebody acted; null for the workflow. */
  byOrganisationId: string | null;
  /** Whom an escalation informs, as achievements decided it. */
  informedOrganisationId: string | null;
  submitterId: string | null;
  unitId: string | null;
  /** The earlier of the limit and the cut-off while that binds, as the submission’s page and its reminders say it. */
  dueAt: Instant | null;
  /** Whether that day lies past the calendar's horizon (P40); a cut-off never does. */
  dueProvisional: boolean;
  registrationNumber: string | null;
  toPersonId: string | null;
  /** Of what concerns every desk of its route. */
  routeDeskIds: string[];
  /** With an objection: who registers, and the desks that let it pass. */
  registrarId: string | null;
  reviewDeskIds: readonly string[];
  /** `unit/…` or `person/…`: whose entry in the form is asked about, or was answered. */
  namedParties: readonly string[];
}

const SUBJECT = 'submission/';

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | null => known.find((word) => word === value) ?? null;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((one) => text(one) ?? []) : []);

/** Null for everything that is no act of a submission we know: a newer achievements may say more than we understand. */
export function submissionNews(entry: FeedEntry): SubmissionNews | null {
  const act = oneOf(submissionActs, entry.kind);
  if (act === null || !entry.subject.startsWith(SUBJECT)) {
    return null;
  }
  const { detail } = entry;
  const limit = text(detail['dueAt']);
  const dueAt = dueBy(limit, text(detail['cutOffAt']));
  return {
    eventKey: `${entry.subject}#${entry.number}`,
    serial: entry.subject.slice(SUBJECT.length),
    number: entry.number,
    act,
    at: entry.at,
    state: oneOf(Object.keys(submissionStates) as SubmissionState[], detail['state']),
    stage: oneOf(stageKinds, detail['stage']),
    deskId: text(detail['deskId']),
    nextDeskId: text(detail['nextDeskId']),
    paperDeskId: text(detail['paperDeskId']),
    byOrganisationId: entry.organisationId,
    informedOrganisationId: text(detail['informedOrganisationId']),
    submitterId: text(detail['submitterId']),
    unitId: text(detail['unitId']),
    dueAt,
    dueProvisional: detail['dueProvisional'] === true && dueAt === limit,
    registrationNumber: text(detail['registrationNumber']),
    toPersonId: text(detail['toPersonId']),
    routeDeskIds: texts(detail['routeDeskIds']),
    registrarId: text(detail['registrarId']),
    reviewDeskIds: texts(detail['reviewDeskIds']),
    namedParties: [...texts(detail['asked']), ...texts([detail['entry']])],
  };
}
