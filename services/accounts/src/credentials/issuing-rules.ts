import { effectiveRightsOf, separatedRoles } from '@dengke/contract';
import type { OrganisationKind, Position, Role } from '@dengke/contract';

type Relation =
  /** the issuer's own node */
  | 'own'
  /** directly below it in the credential tree */
  | 'child'
  /** anywhere in its scope: below it, for a municipal bureau also its area */
  | 'within';

interface IssuingRule {
  by: readonly [OrganisationKind, Role];
  to: readonly [OrganisationKind, ...Role[]];
  where: Relation;
  provisions: string;
}

/**
 * Who issues whose login (graph 2, P6 P7). The super administrator of a level issues those of the level below, of its managers and of
 * its ordinary users; a manager issues what is delegated to him, never a manager's login: the municipal bureau for the units of its area, others
 * once their super administrator has given them the right (`credential.issue`).
 */
export const issuingRules: readonly IssuingRule[] = [
  { by: ['ministry', 'superAdmin'], to: ['ministry', 'manager'], where: 'own', provisions: 'S57 S58' },
  { by: ['ministry', 'superAdmin'], to: ['department', 'superAdmin'], where: 'child', provisions: 'S56' },
  { by: ['department', 'superAdmin'], to: ['department', 'manager'], where: 'own', provisions: 'S57 S58' },
  { by: ['department', 'superAdmin'], to: ['department', ...separatedRoles], where: 'own', provisions: 'P7' },
  { by: ['department', 'superAdmin'], to: ['organiser', 'superAdmin'], where: 'child', provisions: 'S56 S60' },
  { by: ['department', 'manager'], to: ['organiser', 'superAdmin'], where: 'child', provisions: 'P7 S58' },
  { by: ['organiser', 'superAdmin'], to: ['organiser', 'manager'], where: 'own', provisions: 'S57 S58' },
  { by: ['organiser', 'superAdmin'], to: ['municipal', 'manager'], where: 'child', provisions: 'S4 S24 S26' },
  { by: ['organiser', 'superAdmin'], to: ['unit', 'unitAdmin', 'completer'], where: 'within', provisions: 'S58 S61' },
  { by: ['organiser', 'manager'], to: ['unit', 'unitAdmin', 'completer'], where: 'within', provisions: 'P7 S58' },
  { by: ['municipal', 'manager'], to: ['unit', 'unitAdmin', 'completer'], where: 'within', provisions: 'S27 P7' },
  { by: ['municipal', 'manager'], to: ['county', 'liaison'], where: 'child', provisions: 'S12' },
  { by: ['unit', 'unitAdmin'], to: ['unit', 'completer'], where: 'own', provisions: 'P8' },
];

export interface IssuingTarget {
  id: string;
  kind: OrganisationKind;
  credentialParentId: string | null;
}

/** Whether a position may issue this role in an organisation that lies in its scope. */
export function mayIssue(issuer: Position, target: IssuingTarget, role: Role): boolean {
  const holds: Record<Relation, boolean> = {
    own: target.id === issuer.organisationId,
    child: target.credentialParentId === issuer.organisationId,
    within: true,
  };
  const may = effectiveRightsOf(issuer).has('credential.issue');
  return (
    may &&
    issuingRules.some(({ by: [kind, by], to: [targetKind, ...roles], where }) => {
      const isIssuer = kind === issuer.organisationKind && by === issuer.role;
      return isIssuer && targetKind === target.kind && roles.includes(role) && holds[where];
    })
  );
}
