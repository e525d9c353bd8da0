import { stageKinds } from '@dengke/contract';
import type { ReviewRoute, RouteLeg, StageKind } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import type { ActContext, ActHandler, Change } from './act-context';
import { person, positionOf } from './act-context';
import { hasDecided } from './separation';
import type { Submission } from './submission.entity';

/**
 * 改道: from now on along another route, at the lowest of its stages at or above the present one. Passed stages are not repeated and keep their
 * place in the route; the new desk's time begins with this act (P1). Nothing new where the route leads on as it did.
 */
export const rerouted =
  (route: ReviewRoute): ActHandler =>
  (context) => {
    const { submission, at, input } = context;
    const held = heldPosition(submission);
    const legs = [...submission.legs.slice(0, held), ...legsOver(submission.legs, held, route.legs)];
    const { routeId, version: routeVersion, paperRequired } = route;
    if (isSame(legs, submission.legs) && routeId === submission.routeId && routeVersion === submission.routeVersion) {
      return null;
    }
    mustStandAbove(context, legs, held);
    const { organiserId, areaCode } = route.unit;
    const changed: Change = {
      legs,
      submission: { routeId, routeVersion, paperRequired, organiserId, areaCode },
      detail: { previousLegs: submission.legs },
      text: { reason: input.reason },
    };
    if (isSame(legs.slice(held, held + 1), submission.legs.slice(held, held + 1))) {
      return changed;
    }
    const wait: Change = submission.position === null ? {} : { wait: { for: 'desk', position: held, round: submission.round, since: at } };
    return { ...changed, ...wait, paperAnewFrom: held };
  };

/** The stage that holds it, or to which it comes back. */
const heldPosition = ({ position, returnedFrom, legs }: Pick<Submission, 'position' | 'returnedFrom' | 'legs'>): number =>
  position ?? returnedFrom ?? positionOf({ legs }, 'ministry');

/** What of the new route lies before it: neither a stage that it has passed nor one below the present. */
function legsOver(old: readonly RouteLeg[], held: number, route: readonly RouteLeg[]): RouteLeg[] {
  const passed = new Set<StageKind>(old.slice(0, held).map(({ kind }) => kind));
  const rank = ({ kind }: RouteLeg): number => stageKinds.indexOf(kind);
  const present = old[held];
  const lowest = route.findIndex((leg) => !passed.has(leg.kind) && present !== undefined && rank(leg) >= rank(present));
  return lowest < 0 ? [] : route.slice(lowest).filter(({ kind }) => !passed.has(kind));
}

/** Who re-routes stands above both routes: at one of the reviewing desks to come of each. */
function mustStandAbove(context: ActContext, legs: readonly RouteLeg[], held: number): void {
  const { organisationId } = person(context);
  const isAbove = (way: readonly RouteLeg[]): boolean =>
    way.slice(held).some((leg) => leg.kind !== 'unit' && leg.organisationId === organisationId);
  if (!isAbove(legs) || !isAbove(context.submission.legs)) {
    throw new DomainError('NOT_ALLOWED');
  }
}

/** 移交: a colleague is its submitter from now on, one who has decided no stage of it (P30). */
export const handOver: ActHandler = (context) => {
  const { toPersonId, reason } = context.input;
  const { submitterId, position, unitOfOne } = context.submission;
  if (!toPersonId) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: 'toPersonId', reason: 'required' }] });
  }
  if (toPersonId === submitterId) {
    return null;
  }
  if (!unitOfOne && hasDecided(context, [toPersonId])) {
    throw new DomainError('SAME_PERSON_RELEASE');
  }
  return {
    submission: { submitterId: toPersonId },
    ...(position === null && { deadline: { personId: toPersonId } }),
    detail: { fromPersonId: submitterId, toPersonId },
    text: { reason },
  };
};

/**
 * 承接: an organisation has closed and its successor takes its place in the route, as desk or as unit. The deadline goes on; whoever had it
 * in hand is somewhere else now.
 */
export const takenOver =
  (fromId: string, toId: string): ActHandler =>
  ({ submission, stage }) => {
    const on = (id: string): string => (id === fromId ? toId : id);
    const { legs, unitId, organiserId, deskId } = submission;
    if (unitId !== fromId && organiserId !== fromId && !legs.some(({ organisationId }) => organisationId === fromId)) {
      return null;
    }
    const atDesk: Change = stage !== null && deskId === fromId ? { stage: { deskId: toId, claimedBy: null } } : {};
    return {
      ...atDesk,
      legs: legs.map((leg) => ({ ...leg, organisationId: on(leg.organisationId) })),
      submission: {
        unitId: on(unitId),
        organiserId: on(organiserId),
        deskId: deskId === null ? null : on(deskId),
        ...(unitId === fromId && { unitOfOne: false }),
      },
      ...((deskId ?? unitId) === fromId && { deadline: { organisationId: toId } }),
      detail: { fromOrganisationId: fromId, toOrganisationId: toId },
    };
  };

const isSame = (one: readonly RouteLeg[], other: readonly RouteLeg[]): boolean => told(one) === told(other);
const told = (legs: readonly RouteLeg[]): string => legs.map(({ kind, organisationId }) => `${kind} ${organisationId}`).join(' ');
