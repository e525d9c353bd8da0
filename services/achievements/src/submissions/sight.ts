import type { Caller, RegistrationForm } from '@dengke/contract';
import type { SubmissionStage } from '../acts/submission-stage.entity';
import type { Submission } from '../acts/submission.entity';

/** Who looks: somebody, with his own organisation and those that it succeeded. */
export interface Beholder {
  me: Caller;
  own: readonly string[];
}

/** Why it is closed; whether to everybody and for good, or while a suspicion of secrecy is examined. */
export interface Seal {
  as: ReturnType<typeof sealedAs>;
  forGood: boolean;
}

type Stage = Pick<SubmissionStage, 'position' | 'round' | 'openedAt' | 'decision' | 'claimedBy'>;

/**
 * Whether somebody of its part of the graphs sees its form, files and versions, or only its head: name, unit, category, where it stands. The unit
 * sees its own; a desk what has reached it, but what one of the desk has in hand is his, and his super administrator's (P25, P29).
 */
export function seesWhole({ me, own }: Beholder, submission: Submission, stages: readonly Stage[], seal: Seal | null): boolean {
  if (seal !== null) {
    const department = submission.legs.find(({ kind }) => kind === 'department')?.organisationId;
    return !seal.forGood && me.position.organisationId === department && me.position.role === 'superAdmin';
  }
  if (own.includes(submission.unitId)) {
    return true;
  }
  const places = submission.legs.flatMap(({ organisationId }, position) => (own.includes(organisationId) ? [position] : []));
  return places.some((position) =>
    position === submission.position ? isNotAnothers(me, presentStage(submission, stages)) : hasReached(position, submission, stages),
  );
}

/** Frozen while a suspicion of secrecy is examined, which the department's super administrator alone looks into; for good where it was right (P17), and where its term is over. */
export const isSealed = (submission: Pick<Submission, 'state' | 'excluded' | 'disposedAt'>): boolean =>
  submission.state === 'suspected' || submission.excluded || submission.disposedAt !== null;

/** Why what is sealed is not shown. */
export const sealedAs = ({ disposedAt }: Pick<Submission, 'disposedAt'>) => (disposedAt === null ? 'SECRECY_SUSPECTED' : 'RETENTION_OVER');

/** Whose the applicant's telephone is to know in full: the unit, and the desk that holds it now. */
export const seesContact = ({ own }: Beholder, { unitId, deskId }: Submission): boolean =>
  own.includes(unitId) || (deskId !== null && own.includes(deskId));

const presentStage = ({ position, round }: Submission, stages: readonly Stage[]): Stage | undefined =>
  stages.find((stage) => stage.position === position && stage.round === round);

function isNotAnothers({ personId, position }: Caller, stage: Stage | undefined): boolean {
  const claimedBy = stage?.claimedBy ?? null;
  return claimedBy === null || claimedBy === personId || claimedBy === position.deputyFor || position.role === 'superAdmin';
}

/** A desk to which a decision led that was then taken back, unopened, has not had it. */
function hasReached(position: number, submission: Submission, stages: readonly Stage[]): boolean {
  const furthest = submission.position ?? submission.returnedFrom ?? -1;
  return (
    position <= furthest || stages.some((stage) => stage.position === position && (stage.openedAt !== null || stage.decision !== null))
  );
}

/** Telephones and mails of a form, whichever fields hold them: enough to recognise, not enough to call. */
const contactFields = new Set(['contactPhone', 'phone', 'mobile', 'mail', 'email']);

export const withoutContacts = (form: RegistrationForm): RegistrationForm => masked(form) as RegistrationForm;

/** The same for what stands at one place of a form. */
export const withoutContactsAt = (key: string, held: unknown): unknown => (contactFields.has(key) ? maskedContact(held) : masked(held));

function masked(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(masked);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const fields = Object.entries(value).map(([key, held]) => [key, withoutContactsAt(key, held)]);
  return Object.fromEntries(fields);
}

const maskedContact = (contact: unknown): string =>
  typeof contact !== 'string' || contact.length < 8 ? '****' : `${contact.slice(0, 3)}****${contact.slice(-2)}`;
