import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { Listed } from '../shared/listed';
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
  const below = list.data?.pages.flat() ?? [];
  return (
    <Listed list={list} isEmpty={below.length === 0} none={<p className="hint">{t('nothingBelow')}</p>} lines={2}>
      <ul>
        {below.map((organisation) => (
          <Branch key={organisation.id} organisation={organisation} />
        ))}
      </ul>
    </Listed>
  );
}
