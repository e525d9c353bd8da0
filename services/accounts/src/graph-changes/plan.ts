import type { GraphChange, GraphEffects, NewOrganisation } from '@dengke/contract';
import { canonical, sm3 } from '@dengke/service-kit';
import { isStructural, lintGraphs } from '../organisations/graph-lint';
import type { GraphFault } from '../organisations/graph-lint';
import { graphsOf } from '../routes/graph-picture';
import type { GraphPicture } from '../routes/graph-picture';
import { afterChange, afterCreations } from './after-change';
import { differencesOf, effectsOf } from './effects';
import type { Differences } from './effects';
import { refuseImpossible, refuseOutside, refuseTouchingOutside } from './refusals';

export interface Plan {
  after: GraphPicture;
  differences: Differences;
  effects: GraphEffects;
  /** What the change would bring about that was not wrong before. */
  faults: GraphFault[];
  /** Of this change upon these rows as they stand: another where any of them, or anything it does, is another. */
  version: string;
}

/** Stands for the organisation that a change makes, as long as it is not made. */
export const newOrganisationId = 'new';

/**
 * Works a change out, for the dry run and for the act alike.
 * @throws DomainError NOT_FOUND, INVALID_INPUT
 */
export function planChange(before: GraphPicture, centreId: string, change: GraphChange, newId = newOrganisationId): Plan {
  refuseOutside(before, centreId, change);
  refuseImpossible(before, change);
  const after = afterChange(before, change, newId);
  const differences = differencesOf(before, after);
  refuseTouchingOutside(before, centreId, differences);
  const effects = effectsOf(before, after, differences);
  const faults = newFaults(before, after).filter((fault) => !isAwaited(fault, change, newId));
  return { after, differences, effects, faults, version: sm3(canonical({ change, differences, effects })) };
}

/** Works many new nodes out at once, with what is wrong of it. @throws DomainError NOT_FOUND */
export function planCreations(
  before: GraphPicture,
  centreId: string,
  created: ReadonlyMap<string, NewOrganisation>,
): Pick<Plan, 'differences' | 'faults'> {
  created.forEach((organisation) => refuseOutside(before, centreId, { kind: 'create', organisation }));
  const after = afterCreations(before, created);
  const faults = newFaults(before, after).filter((fault) => !created.has(fault.organisationId) || isStructural(fault));
  return { differences: differencesOf(before, after), faults };
}

/** An older gap elsewhere hinders nobody, least of all the change that closes it. */
function newFaults(before: GraphPicture, after: GraphPicture): GraphFault[] {
  const old = new Set(lintGraphs(graphsOf(before)).map((fault) => JSON.stringify(fault)));
  return lintGraphs(graphsOf(after)).filter((fault) => !old.has(JSON.stringify(fault)));
}

/** Who is created has nobody yet; people are issued their logins afterwards. Until then nothing but itself may lead to it. */
const isAwaited = (fault: GraphFault, change: GraphChange, newId: string): boolean =>
  change.kind === 'create' && fault.organisationId === newId && !isStructural(fault);
