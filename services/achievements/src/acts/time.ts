import type { Instant } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { Deadline } from '../deadlines/deadline.entity';
import { concerned, held, openObjections } from '../objections/holding';
import type { ActHandler, Change } from './act-context';
import { positionOf } from './act-context';
import { subjectOf } from './facts';
import { bindingCutOff, goesOn, settlementOf } from './settlement';
import type { Submission } from './submission.entity';

/**
 * What time does when nobody moves. The workflow knows when; whether it is still so is judged here, under the same lock as people's acts.
 */

/** Late: the next desk on the route is told, department and ministry their own super administrator, the unit when a return lies. Nothing is decided (P31). */
export const escalate: ActHandler = ({ submission, at }) => {
  if (submission.dueAt === null || at < submission.dueAt) {
    throw new DomainError('NOT_YET_DUE');
  }
  if (submission.state === 'in-publicity') {
    return lateObjection(submission, at);
  }
  const next = submission.position === null ? undefined : submission.legs[submission.position + 1];
  const outward = submission.stage === 'unit' || submission.stage === 'municipal' || submission.stage === 'organiser';
  const informed = submission.state === 'returned' ? submission.unitId : outward && next ? next.organisationId : submission.deskId;
  return { submission: { dueAt: null, escalatedAt: at }, detail: { informedOrganisationId: informed } };
};

/** An objection that holds a registration is late: the registrar's own super administrator is told. Publicity's end is no deadline of anybody's. */
function lateObjection(submission: Submission, at: Instant): Change {
  if (submission.heldAt === null) {
    throw new DomainError('NOT_YET_DUE');
  }
  return { submission: { dueAt: null, escalatedAt: at }, detail: { informedOrganisationId: concerned(submission).registrarId } };
}

/** The cut-off came before a recommendation to the department: on in rolling intake, with year, place and deadlines as they are (P13). */
export const carryOver: ActHandler = ({ submission, at }) => {
  const settlement = settlementOf(submission, at);
  if (settlement === null || !goesOn(settlement, submission)) {
    throw new DomainError('NOT_YET_DUE');
  }
  return { submission: { mode: 'rolling', windowOutcome: settlement }, detail: { carriedOverFrom: submission.windowId } };
};

/** Its window’s dates were moved, and its row has the cut-off since; here its workflow and its people hear of it. Nothing new where they have (P11). */
export const moveCutOff: ActHandler = async ({ manager, submission }) => {
  const [last] = await manager.query<{ cutOffAt: string | null }[]>(
    "SELECT JSON_VALUE(detail, '$.cutOffAt') AS cutOffAt FROM ledger_entry WHERE subject = ? ORDER BY number DESC LIMIT 1",
    [subjectOf(submission.serial)],
  );
  return (last?.cutOffAt ?? null) === bindingCutOff(submission) ? null : {};
};

/**
 * Publicity has ended (P33); the judge allocates the number in this transaction (P34). Where an objection that came in time is not settled, it holds
 * the registration instead: 争议未解决前不予登记.
 */
export const register: ActHandler = async ({ submission, at, manager }) => {
  const { serial, heldAt, dueAt } = submission;
  if (heldAt !== null || dueAt === null || at < dueAt) {
    throw new DomainError('NOT_YET_DUE');
  }
  const open = await openObjections(manager, serial);
  return open.length > 0 ? { recordedAs: 'hold', ...held(at), detail: { ...concerned(submission) } } : { wait: { for: 'report-up' } };
};

/** 上报: to the ministry's desk, once (P37). */
export const reportUp: ActHandler = ({ submission, at }) => {
  if (submission.stage !== null) {
    throw new DomainError('NOT_YET_DUE');
  }
  return { wait: { for: 'desk', position: positionOf(submission, 'ministry'), round: submission.round, since: at } };
};

/**
 * 重算: another edition of the calendar counts the present wait otherwise (P40–P42), or publicity's end, which an objection may hold meanwhile. Who was told
 * that it is late hears of it again only when the day has moved on past now. Nothing new where there is no wait, or the edition says the same of it.
 */
export const recounted =
  (countAnew: (open: Deadline) => Promise<Deadline | null>): ActHandler =>
  async ({ manager, submission, at }) => {
    const open = await manager.find(Deadline, { where: { serial: submission.serial, state: 'open' }, order: { id: 'DESC' } });
    const present = open.find(({ about }) => about === 'objection') ?? open[0];
    const moved: { from: Deadline; to: Deadline }[] = [];
    for (const row of open) {
      const to = await countAnew(row);
      moved.push(...(to === null ? [] : [{ from: { ...row, endedAt: at }, to }]));
    }
    const told = moved.find(({ from }) => from.id === present?.id) ?? moved[0];
    if (told === undefined) {
      return null;
    }
    const { from, to } = told;
    const staysLate = submission.escalatedAt !== null && to.dueAt <= at;
    return {
      recounted: moved,
      ...(from.id === present?.id && {
        submission: { dueProvisional: to.provisional, ...(staysLate ? {} : { dueAt: to.dueAt, escalatedAt: null }) },
      }),
      detail: { deadlineId: to.id, calendarVersion: to.calendarVersion, previousDueOn: from.dueOn, dueOn: to.dueOn },
    };
  };
