import type { OrganisationKind, Role } from '@dengke/contract';

export interface Holder {
  personId: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  role: Role;
}

/**
 * Who sits at the desk of one organisation: a unit's administrators; a county's liaisons (S10); elsewhere the managers, and the super administrator only
 * where there is no manager.
 */
export function deskOf(holders: readonly Holder[]): string[] {
  const withRole = (role: Role): string[] => [...new Set(holders.filter((holder) => holder.role === role).map(({ personId }) => personId))];
  if (holders.some(({ organisationKind }) => organisationKind === 'unit')) {
    return withRole('unitAdmin');
  }
  if (holders.some(({ organisationKind }) => organisationKind === 'county')) {
    return withRole('liaison');
  }
  const managers = withRole('manager');
  return managers.length > 0 ? managers : withRole('superAdmin');
}
