import type { Organisation } from './organisation.entity';

/** What somebody in an organisation may see of the graphs, as a condition over `organisation o left join unit u`. */
export interface Scope {
  sql: string;
  parameters: unknown[];
}

type Centre = Pick<Organisation, 'id' | 'kind' | 'path' | 'areaCode' | 'credentialParentId'>;

/** For LIKE: ids may hold its wildcards. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/**
 * One's own node and all below it in the credential tree; for a municipal bureau, a last-grade manager limited to its area (S4), also
 * the area's units of its organiser.
 */
export function scopeBelow(centre: Centre): Scope {
  const below = { sql: 'o.path like ?', parameters: [`${literally(centre.path)}%`] };
  if (centre.kind !== 'municipal') {
    return below;
  }
  return {
    sql: `(${below.sql} or (u.organiserId = ? and o.areaCode like ?))`,
    parameters: [...below.parameters, centre.credentialParentId, `${literally(centre.areaCode)}%`],
  };
}

/** The same, and the line of registrars above, whose names and contacts everybody may know. */
export function scopeAround(centre: Centre): Scope {
  const below = scopeBelow(centre);
  const line = centre.path.split('/').filter((id) => id !== '');
  return { sql: `(${below.sql} or o.id in (?))`, parameters: [...below.parameters, line] };
}
