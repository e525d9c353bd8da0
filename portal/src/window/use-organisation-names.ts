import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { accountsQuery } from './reading';

interface Names {
  /** What has a desk or a unit in the window, by name. */
  desks: readonly { id: string; name: string }[];
  nameOf: (id: string | null) => string;
}

/** Organisations of a window, as its account names them; what has no desk is with its completer. */
export function useOrganisationNames(windowId: string): Names {
  const { t } = useTranslation('window');
  const levels = useQuery(accountsQuery(windowId, true));
  const desks = (levels.data ?? []).flatMap(({ organisationId: id, name }) => (id === null || name === null ? [] : [{ id, name }]));
  return { desks, nameOf: (id) => (id === null ? t('withCompleters') : (desks.find((one) => one.id === id)?.name ?? id)) };
}
