import type { EntryStanding } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { toldOf } from '../entries/named-entries';
import { NamedEntry } from '../entries/named-entry.entity';
import type { ActContext, ActHandler, Change } from './act-context';
import { person, presentStage } from './act-context';

/** The entry an act is about. @throws DomainError NOT_FOUND */
async function entryOf({ manager, submission, input }: ActContext): Promise<NamedEntry> {
  const entry = await manager.findOneBy(NamedEntry, { serial: submission.serial, party: input.entry ?? '' });
  if (entry === null) {
    throw new DomainError('NOT_FOUND', { field: 'entry' });
  }
  return entry;
}

async function stands({ manager }: ActContext, entry: NamedEntry, standing: EntryStanding, by: Partial<NamedEntry> = {}): Promise<Change> {
  const { serial, party, field } = entry;
  await manager.update(NamedEntry, { serial, party }, { standing, ...by });
  return { detail: { entry: party, field, standing } };
}

/** Until a unit has said which of its people a completer is, it answers for him, and it looks the same to everybody else (decision 0030); then he alone does. */
function requireSpeaker(context: ActContext, { personId }: NamedEntry): void {
  if (personId !== null && personId !== person(context).personId) {
    throw new DomainError('NOT_ALLOWED');
  }
}

const answered = (context: ActContext): Partial<NamedEntry> => ({ answeredBy: person(context).personId, answeredAt: context.at });

/** It is right as it stands, or is by now: whom it names says so, and nobody for him. */
export const confirmEntry: ActHandler = async (context) => {
  const entry = await entryOf(context);
  requireSpeaker(context, entry);
  if (entry.standing === 'confirmed' || entry.field === null) {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  return stands(context, entry, 'confirmed', answered(context));
};

/** 对署名或排序有异议: before the unit has released it; afterwards there is the objection of publicity (P33). */
export const dispute: ActHandler = async (context) => {
  const entry = await entryOf(context);
  requireSpeaker(context, entry);
  if (presentStage(context).kind !== 'unit' || entry.standing === 'disputed') {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  return { ...(await stands(context, entry, 'disputed', answered(context))), text: { reason: context.input.reason } };
};

/**
 * The first unit explains why the entry stays as it is; to change it, it returns the submission to be mended. What is explained and not confirmed
 * the department decides before it approves: 争议未解决前不予登记. Nobody settles what he disputes himself.
 */
export const settleDispute: ActHandler = async (context) => {
  const entry = await entryOf(context);
  const stage = presentStage(context);
  const { personId } = person(context);
  if (stage.claimedBy !== null && stage.claimedBy !== personId) {
    throw new DomainError('CLAIMED_BY_ANOTHER');
  }
  if (entry.party === `person/${personId}` || entry.personId === personId || entry.answeredBy === personId) {
    throw new DomainError('OWN_SUBMISSION');
  }
  const isOpen = entry.standing === 'disputed' || (entry.standing === 'explained' && stage.kind === 'department');
  if (!isOpen || (stage.kind !== 'unit' && stage.kind !== 'department')) {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  const change = await stands(context, entry, stage.kind === 'unit' ? 'explained' : 'decided');
  return { detail: { ...change.detail, asked: [toldOf(entry)] }, text: { reason: context.input.reason } };
};
