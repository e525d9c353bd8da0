import { grantableTo, rightsOf } from '@dengke/contract';
import type { Position, Right } from '@dengke/contract';

type Place = Pick<Position, 'role' | 'organisationKind'>;

/**
 * Of `held_position p`, for a deputy of the one he stands in for: what was set otherwise than its role says,
 * `+credential.issue,-window.manage`; null for most.
 */
export const changedRights =
  "(select group_concat(if(r.granted, '+', '-'), r.name) from position_right r where r.positionId = coalesce(p.deputyOf, p.id)) as changedRights";

/** The position with its own rights, where some were set otherwise; a token carries them only then. */
export function withRights<P extends Place>(place: P, changed: string | null): P & Pick<Position, 'rights'> {
  return changed === null ? place : { ...place, rights: rightsSet(place, changed.split(',')) };
}

/** What no longer can be set, because the contract has changed since, counts as never set. */
function rightsSet(place: Place, changes: readonly string[]): Right[] {
  const rights = new Set(rightsOf(place));
  for (const right of grantableTo(place)) {
    if (changes.includes(`+${right}`)) {
      rights.add(right);
    }
    if (changes.includes(`-${right}`)) {
      rights.delete(right);
    }
  }
  return [...rights];
}
