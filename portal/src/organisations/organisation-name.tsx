import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { organisationQuery } from './organisations';

interface Props {
  id: string;
  /** What is known already, such as of one that does not exist yet. */
  known?: ReadonlyMap<string, string> | undefined;
}

/** The name of an organisation that is told of by its id; of one that lies elsewhere only that it does. */
export function OrganisationName({ id, known }: Props): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const name = known?.get(id);
  const { data, error } = useQuery({ ...organisationQuery(id), enabled: name === undefined, staleTime: 60_000 });
  return <>{name ?? data?.name ?? (error === null ? '…' : t('elsewhere'))}</>;
}
