import type { Caller, Duty, Instant, OrganisationKind, Role } from '@dengke/contract';
import { oldestPasswordDays } from '../credentials/password-rules';
import { changedRights, withRights } from '../people/position-rights';
import { enrolledSql } from '../second-factor/enrolled';
import { withoutSecondFactor } from '../second-factor/second-factor-rules';

/** What a session stands on, in one row. */
export interface StandingRow {
  personId: string;
  lastSeenAt: Date;
  secondFactorAt: Date | null;
  positionId: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  role: Role;
  changedRights: string | null;
  /** Of a deputy alone: whom he stands in for, and until when. */
  deputyFor: string | null;
  endsAt: Date | null;
  mustChange: number;
  manages: number;
  hasSecondFactor: number;
}

const ordinary = withoutSecondFactor.map((role) => `'${role}'`).join();

/**
 * One indexed read, also of what the person must do first: a password too old at the sign-in is to be changed, and whoever holds a
 * managing position, also as a deputy, needs a second factor. Parameters: position or null, session, now, idle since.
 */
export const standingSql = `
  select s.personId, s.lastSeenAt, s.secondFactorAt, p.id as positionId, p.organisationId, o.kind as organisationKind, p.role, ${changedRights},
         d.personId as deputyFor, p.endedAt as endsAt,
         c.mustChange or coalesce(c.passwordSetAt < s.createdAt - interval ${oldestPasswordDays} day, 0) as mustChange,
         p.role not in (${ordinary}) or exists (select 1 from held_position m where m.personId = s.personId and m.endedAt is null
                  and m.role not in (${ordinary})) as manages,
         ${enrolledSql('s.personId')} as hasSecondFactor
    from session s
    join held_position p on p.id = coalesce(?, s.positionId) and p.personId = s.personId
    left join held_position d on d.id = p.deputyOf and d.endedAt is null
    join organisation o on o.id = p.organisationId and o.closedAt is null
    join credential c on c.personId = s.personId and c.disabled = 0
   where s.id = ? and s.expiresAt > ? and s.lastSeenAt > ? and (p.endedAt is null or d.id is not null)`;

export function callerOf(sessionId: string, row: StandingRow, stepUpMinutes: number): Caller {
  const { personId, organisationId, organisationKind, role, deputyFor } = row;
  const must = dutyOf(row);
  const place = { id: row.positionId, organisationId, organisationKind, role, ...(deputyFor === null ? {} : { deputyFor }) };
  const position = withRights(place, row.changedRights);
  const until = row.hasSecondFactor && row.secondFactorAt ? minutesAfter(row.secondFactorAt, stepUpMinutes) : undefined;
  return { personId, sessionId, position, ...(must && { must }), ...(until && { steppedUpUntil: until }) };
}

/** The second factor before all else: who knows only the password changes nothing. */
function dutyOf({ hasSecondFactor, secondFactorAt, mustChange, manages }: StandingRow): Duty | null {
  if (hasSecondFactor && secondFactorAt === null) {
    return 'second-factor';
  }
  if (mustChange) {
    return 'change-password';
  }
  return manages && !hasSecondFactor ? 'enrol' : null;
}

const minutesAfter = (at: Date, minutes: number): Instant => new Date(at.getTime() + minutes * 60_000).toISOString();
