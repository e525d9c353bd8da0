import { DomainError } from '@dengke/service-kit';
import type { ActContext, ActHandler } from './act-context';
import { person } from './act-context';
import { scannedVersion } from './scanned-paper';

/**
 * 纸质材料 runs beside the online state (P28): from the unit to each reviewing desk in turn, handed in by the one side and received by the other.
 * It starts when the unit has released the form, for it bears the unit's seal (S28, S29).
 */
export function nextPaperPosition({ submission, paper }: Pick<ActContext, 'submission' | 'paper'>): number {
  const received = new Set(paper.filter((leg) => leg.receivedAt !== null).map((leg) => leg.position));
  return submission.legs.findIndex((leg, position) => leg.kind !== 'unit' && leg.kind !== 'ministry' && !received.has(position));
}

/** Whether the paper has arrived at the desk at `position`, or none is wanted on this route. */
export function paperReceived({ submission, paper }: Pick<ActContext, 'submission' | 'paper'>, position: number): boolean {
  return !submission.paperRequired || paper.some((leg) => leg.position === position && leg.receivedAt !== null);
}

export const handInPaper: ActHandler = (context) => {
  if (context.submission.position === 0) {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  const position = nextPaperPosition(context);
  const leg = context.paper.find((row) => row.position === position);
  if (leg?.handedInAt) {
    return null;
  }
  const paperDeskId = context.submission.legs[position]?.organisationId ?? null;
  return {
    paper: { position, handedInAt: context.at, handedInBy: person(context).personId },
    detail: { paperPosition: position, paperDeskId },
  };
};

/** Where its code was scanned, only what was submitted last is received (P27), and the entry says that it was compared. */
export const receivePaper: ActHandler = async (context) => {
  const position = nextPaperPosition(context);
  if (!context.paper.find((row) => row.position === position)?.handedInAt) {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  const { scanned } = context.input;
  const paperVersion = scanned === undefined ? null : await scannedVersion(context.manager, context.submission.serial, scanned);
  const detail = { paperPosition: position, ...(paperVersion !== null && { paperVersion }) };
  return { paper: { position, receivedAt: context.at, receivedBy: person(context).personId }, detail };
};
