import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { More } from '../shared/listed';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import type { OrganisationLine } from './organisations';
import { organisationsQuery } from './organisations';

interface Props {
  organisation: Pick<OrganisationLine, 'id' | 'name' | 'kind'>;
  isOpen?: boolean;
}

/** One organisation and, once it is opened, those whose logins it issues. */
export function Branch({ organisation: { id, name, kind }, isOpen: begun = false }: Props): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'forms']);
  const [isOpen, setOpen] = useState(begun);
  const isLeaf = kind === 'unit' || kind === 'county';
  return (
    <li>
      <div className="branch">
        {!isLeaf && (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'organisations:shut' : 'organisations:open', { name })}
            onClick={() => setOpen(!isOpen)}
          >
            <span aria-hidden="true">{isOpen ? '−' : '+'}</span>
          </button>
        )}
        <Link to="/organisations/$id" params={{ id }}>
          {name}
        </Link>
        <span className="hint">{t(`forms:kinds.${kind}`)}</span>
      </div>
      {isOpen && <Below id={id} />}
    </li>
  );
}

function Below({ id }: { id: string }): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const list = useInfiniteQuery(organisationsQuery({ parent: id }));
  const { data, error } = list;
  const below = data?.pages.flat() ?? [];
  const trouble = error === null ? null : <Trouble error={error} />;
  if (data === undefined) {
    return trouble ?? <Waiting lines={2} />;
  }
  return (
    <>
      {trouble}
      {below.length === 0 && <p className="hint">{t('nothingBelow')}</p>}
      <ul>
        {below.map((organisation) => (
          <Branch key={organisation.id} organisation={organisation} />
        ))}
      </ul>
      <More list={list} />
    </>
  );
}
