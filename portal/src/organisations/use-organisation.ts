import { useQuery } from '@tanstack/react-query';
import { useMe } from '../account/session';
import { organisationQuery } from './organisations';
import type { OrganisationLine } from './organisations';

type Named = Pick<OrganisationLine, 'id' | 'name' | 'kind'>;

/** One’s own by what is known of oneself, another as soon as its name has come; null for none. */
export function useOrganisation(id: string | undefined): Named | null {
  const { position } = useMe();
  const isOwn = id === position.organisationId;
  const { data } = useQuery({ ...organisationQuery(id ?? ''), enabled: id !== undefined && !isOwn });
  if (isOwn) {
    return { id, name: position.organisationName, kind: position.organisationKind };
  }
  return id === undefined ? null : (data ?? { id, name: '…', kind: 'unit' });
}
