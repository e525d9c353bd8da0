import { useQuery } from '@tanstack/react-query';
import { organisationQuery } from './organisations';

interface Props {
  id: string;
  /** What is known already, such as of one that does not exist yet. */
  known?: ReadonlyMap<string, string> | undefined;
}

/** The name of an organisation that is told of by its id; of one that lies elsewhere the id stays. */
export function OrganisationName({ id, known }: Props): React.JSX.Element {
  const name = known?.get(id);
  const { data } = useQuery({ ...organisationQuery(id), enabled: name === undefined, staleTime: 60_000 });
  return <>{name ?? data?.name ?? id}</>;
}
