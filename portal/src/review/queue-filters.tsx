import { categories, intakeModes } from '@dengke/contract';
import type { Category } from '@dengke/contract';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import type { Schemas } from '../api/client';
import type { QueueSearch } from './queue-search';
import { queueViews, without } from './queue-search';
import { SearchBox } from './search-box';
import { useSavedViews } from './saved-views';

interface Props {
  search: QueueSearch;
  counts: Schemas['QueueCounts'] | undefined;
  change: (search: QueueSearch) => void;
}

/** What of the queue is shown: ready views with how many they hold, words, kind; and views that one keeps under a name. */
export function QueueFilters({ search, counts, change }: Props): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const [chosen, category, mode] = [search.view, search.category, search.mode];
  return (
    <section className="queue-filters" aria-label={t('review:filters')}>
      <div className="queue-views" role="group" aria-label={t('review:views')}>
        {([undefined, ...queueViews] as const).map((view) => (
          <button key={view ?? 'all'} type="button" aria-pressed={chosen === view} onClick={() => change(without({ ...search, view }))}>
            {t(`review:only.${view ?? 'all'}`)}
            <span className="queue-count">{counts?.[view ?? 'all'] ?? '–'}</span>
          </button>
        ))}
      </div>
      <div className="queue-narrow">
        <SearchBox
          words={search.search ?? ''}
          change={(words) => change(without({ ...search, search: words === '' ? undefined : words }))}
        />
        <label>
          {t('review:category')}
          <select
            value={category ?? ''}
            onChange={({ target }) =>
              change(without({ ...search, category: (Object.keys(categories) as Category[]).find((one) => one === target.value) }))
            }
          >
            <option value="">{t('review:any')}</option>
            {(Object.keys(categories) as Category[]).map((one) => (
              <option key={one} value={one}>
                {t(`journey:categories.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('review:mode')}
          <select
            value={mode ?? ''}
            onChange={({ target }) => change(without({ ...search, mode: intakeModes.find((one) => one === target.value) }))}
          >
            <option value="">{t('review:any')}</option>
            {intakeModes.map((one) => (
              <option key={one} value={one}>
                {t(`journey:modes.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <SavedViews search={search} change={change} />
    </section>
  );
}

function SavedViews({ search, change }: Pick<Props, 'search' | 'change'>): React.JSX.Element {
  const { t } = useTranslation('review');
  const { views, save, forget } = useSavedViews(useMe().position.id);
  const [name, setName] = useState<string | null>(null);
  const isNarrowed = Object.keys(search).length > 0;
  return (
    <div className="saved-views">
      {views.map((view) => (
        <span key={view.name} className="saved-view">
          <button type="button" onClick={() => change(view.search)}>
            {view.name}
          </button>
          <button type="button" aria-label={t('forgetView', { name: view.name })} onClick={() => forget(view.name)}>
            ×
          </button>
        </span>
      ))}
      {name === null && isNarrowed && (
        <button type="button" className="link-button" onClick={() => setName('')}>
          {t('saveView')}
        </button>
      )}
      {name !== null && (
        <form
          className="save-view"
          onSubmit={(event) => {
            event.preventDefault();
            save(name.trim(), search);
            setName(null);
          }}
        >
          <label>
            {t('viewName')}
            <input value={name} maxLength={20} required pattern=".*\S.*" autoFocus onChange={({ target }) => setName(target.value)} />
          </label>
          <button type="submit" className="plain-button quiet">
            {t('keepView')}
          </button>
        </form>
      )}
    </div>
  );
}
