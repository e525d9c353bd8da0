import { grantableTo, organisationKinds, rightNames, rights, rightsOf, rolesIn } from '@dengke/contract';
import type { OrganisationKind, Right, Role } from '@dengke/contract';

type Rights = (place: { role: Role; organisationKind: OrganisationKind }) => ReadonlySet<Right>;

/** docs/rights.md: every right in one sentence, who has it by role, and whom it can be given to or taken from. */
export function rightsPage(): string {
  const lines = rightNames.map(
    (right) => `| \`${right}\` | ${rights[right]} | ${holders(right, rightsOf)} | ${holders(right, grantableTo) || '–'} |`,
  );
  return `# Rights

Generated from \`libs/contract/src/identity.ts\` (\`npm run docs\`); never edited. Routes name a right, never a role. What comes with a role is set otherwise,
position by position, by the super administrator of the node (P7, S58): \`PUT /api/v1/positions/:id/rights\`.

| right | lets one | comes with | can be given to, or taken from |
| --- | --- | --- | --- |
${lines.join('\n')}
`;
}

/** By kind of organisation, with the roles there. */
function holders(right: Right, rightsIn: Rights): string {
  const places = organisationKinds.map((organisationKind) => {
    const holding = rolesIn[organisationKind].filter((role) => rightsIn({ role, organisationKind }).has(right));
    return { organisationKind, holding, isAll: holding.length === rolesIn[organisationKind].length };
  });
  if (places.every(({ isAll }) => isAll)) {
    return 'everybody';
  }
  return places
    .filter(({ holding }) => holding.length > 0)
    .map(({ organisationKind, holding }) => `${organisationKind}: ${holding.join(', ')}`)
    .join('<br>');
}
