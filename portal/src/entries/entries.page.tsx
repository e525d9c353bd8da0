import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { Answered } from '../shared/answered';
import { Export } from '../shared/export';
import { PageHead } from '../shared/page-head';
import { entriesQuery } from './entries';

/** Where somebody else’s submission names oneself or one’s unit. */
export function EntriesPage(): React.JSX.Element {
  const { t } = useTranslation('entries');
  const query = useQuery(entriesQuery);
  return (
    <>
      <PageHead title={t('title')} />
      <Answered query={query} lines={6}>
        {(entries) => (
          <section className="card" aria-label={t('title')}>
            {entries.length === 0 && <p>{t('none')}</p>}
            <ul className="line-list">
              {entries.map(({ serial, party, as, name, rank, standing, entry }) => (
                <li key={`${serial} ${party}`}>
                  <span>
                    <Link to="/entries/$serial" params={{ serial }}>
                      {name}
                    </Link>
                    <span className="hint">
                      {serial} · {t(`as.${as}`)}
                      {as === 'colleague' && entry !== null && ` · ${String(entry['name'])}`}
                      {rank !== null && ` · ${t('rank', { rank })}`}
                    </span>
                  </span>
                  <span className={standing === 'unanswered' ? 'tag mend' : 'tag'}>{t(`standings.${standing}`)}</span>
                </li>
              ))}
            </ul>
            <Export
              list={t('title')}
              columns={[
                [t('columns.name'), ({ name }) => name],
                [t('columns.serial'), ({ serial }) => serial],
                [t('columns.as'), ({ as }) => t(`as.${as}`)],
                [t('place'), ({ rank }) => rank],
                [t('columns.standing'), ({ standing }) => t(`standings.${standing}`)],
              ]}
              lines={() => entries}
            />
          </section>
        )}
      </Answered>
    </>
  );
}
