import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { colleaguesQuery } from './queue';

/** How somebody of one's own desk is called. */
export function useColleague(id: string | null | undefined): string {
  const { t } = useTranslation('review');
  const colleagues = useQuery({ ...colleaguesQuery(useMe().position.organisationId), enabled: Boolean(id) });
  return colleagues.data?.find(({ personId }) => personId === id)?.name ?? t('colleague');
}
