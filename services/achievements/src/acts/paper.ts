import { DomainError } from '@dengke/service-kit';
import type { ActContext, ActHandler } from './act-context';
import { person } from './act-context';
import { scannedVersion } from './scanned-paper';

type OfPaper = Pick<ActContext, 'submission' | 'paper' | 'stages'>;

/** Where the paper of the version that stands is, and where it goes next: indexes into the submission's `legs`. */
export interface PaperWay {
  /** Who has it: the unit (0) until a desk has received it. */
  from: number;
  to: number;
  handedIn: boolean;
  /** The desk that holds the submission, where the unit may hand it in past those between; null where there are none, or the first version goes to each. */
  direct: number | null;
}

/**
 * 纸质材料 runs beside the online state (P28), each version's for itself (decision 0032): from the unit to the desk at which its round began, which is the first one or
 * the one that returned it (P26), and from there desk by desk, handed in by the one side and received by the other.
 * @returns null when the last desk has it
 */
export function paperWay({ submission, paper, stages }: OfPaper): PaperWay | null {
  const { legs, round } = submission;
  const own = paper.filter(({ version }) => version === round);
  const from = Math.max(0, ...own.filter(({ receivedAt }) => receivedAt !== null).map(({ position }) => position));
  const underWay = own.map(({ position }) => position).filter((position) => position > from);
  const begun = stages.filter((stage) => stage.round === round).map(({ position }) => position);
  const next = from > 0 ? from + 1 : Math.max(1, Math.min(...begun));
  const to = Math.max(next, ...underWay);
  const isDesk = (position: number): boolean => legs[position] !== undefined && legs[position].kind !== 'ministry';
  if (!isDesk(to)) {
    return null;
  }
  const holder = submission.position ?? 0;
  const direct = round > 1 && from === 0 && holder > to && isDesk(holder) ? holder : null;
  return { from, to, handedIn: underWay.length > 0, direct };
}

/** Whether the paper of the version that stands has arrived at the desk at `position`, or none is wanted on this route. */
export function paperReceived({ submission, paper }: Pick<ActContext, 'submission' | 'paper'>, position: number): boolean {
  return (
    !submission.paperRequired ||
    paper.some((leg) => leg.position === position && leg.version === submission.round && leg.receivedAt !== null)
  );
}

/** It starts when the unit has released the form, for it bears the unit's seal (S28, S29). */
export const handInPaper: ActHandler = (context) => {
  const { submission, input, at } = context;
  const way = paperWay(context);
  if (way === null || submission.position === 0) {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  const position = input.direct === true ? way.direct : way.to;
  if (position === null) {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  if (way.handedIn && position === way.to) {
    return null;
  }
  const paperDeskId = submission.legs[position]?.organisationId ?? null;
  return {
    paper: { position, version: submission.round, handedInAt: at, handedInBy: person(context).personId },
    detail: { paperPosition: position, paperDeskId },
  };
};

/** Where its code was scanned, only what was submitted last is received (P27), and the entry says that it was compared. */
export const receivePaper: ActHandler = async (context) => {
  const { manager, submission, input, at } = context;
  const paperVersion = input.scanned === undefined ? null : await scannedVersion(manager, submission.serial, input.scanned);
  const way = paperWay(context);
  if (way?.handedIn !== true) {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  const detail = { paperPosition: way.to, ...(paperVersion !== null && { paperVersion }) };
  return { paper: { position: way.to, version: submission.round, receivedAt: at, receivedBy: person(context).personId }, detail };
};
