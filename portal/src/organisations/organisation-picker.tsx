import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { More } from '../shared/listed';
import { Trouble } from '../shared/trouble';
import { useSettled } from '../shared/use-settled';
import type { OrganisationLine } from './organisations';
import { organisationsQuery } from './organisations';

type Picked = Pick<OrganisationLine, 'id' | 'name' | 'kind'>;

interface Props {
  label: string;
  chosen: Picked | null;
  choose: (organisation: Picked) => void;
  kind?: OrganisationLine['kind'] | undefined;
}

/** One organisation of one’s part of the graphs, found by a part of its name or its code. */
export function OrganisationPicker({ label, chosen, choose, kind }: Props): React.JSX.Element {
  const { t } = useTranslation(['forms', 'shell']);
  const id = useId();
  const [isOpen, setOpen] = useState(chosen === null);
  if (!isOpen && chosen !== null) {
    return (
      <div className="chosen-one">
        <span className="hint">{label}</span>
        <strong>{chosen.name}</strong>
        <button type="button" className="link-like" aria-label={`${t('forms:another')}（${label}）`} onClick={() => setOpen(true)}>
          {t('forms:another')}
        </button>
      </div>
    );
  }
  return (
    <fieldset className="choices" aria-labelledby={id}>
      <legend id={id}>{label}</legend>
      <Found
        chosen={chosen}
        kind={kind}
        choose={(organisation) => {
          choose(organisation);
          setOpen(false);
        }}
      />
    </fieldset>
  );
}

function Found({ chosen, kind, choose }: Pick<Props, 'chosen' | 'kind' | 'choose'>): React.JSX.Element {
  const { t } = useTranslation('forms');
  const name = useId();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const list = useInfiniteQuery(organisationsQuery({ ...(search === '' ? {} : { search }), ...(kind === undefined ? {} : { kind }) }));
  const { data, error } = list;
  const found = data?.pages.flat() ?? [];
  return (
    <>
      <div className="narrowing">
        <label>
          {t('findOrganisation')}
          <input type="search" maxLength={60} value={typed} onChange={({ target }) => setTyped(target.value)} />
        </label>
      </div>
      {error !== null && <Trouble error={error} />}
      {data !== undefined && found.length === 0 && <p className="hint">{t('noneFound')}</p>}
      <div className="picking">
        {found.map((organisation) => (
          <label key={organisation.id}>
            <input type="radio" name={name} checked={organisation.id === chosen?.id} onChange={() => choose(organisation)} />
            <span>
              {organisation.name} <span className="hint">{t(`kinds.${organisation.kind}`)}</span>
            </span>
          </label>
        ))}
      </div>
      <More list={list} />
    </>
  );
}
