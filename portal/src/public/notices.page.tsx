import { Link, useLoaderData } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { dayOf } from '../shared/dates';
import { Export } from '../shared/export';
import { More, Nothing, PublicPage } from './public-page';
import { everyOf, noticesOf } from './reading';
import { useMore } from './use-more';

/** Letters that everybody may read (S42, S81). */
export function PublicNoticesPage(): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const listed = useMore(useLoaderData({ from: '/notices/public' }), noticesOf);
  return (
    <PublicPage title={t('notices.title')} lead={t('notices.lead')}>
      {listed.items.length === 0 && (
        <Nothing title={t('notices.none')}>
          <p>{t('notices.noneHint')}</p>
        </Nothing>
      )}
      <ul className="entries">
        {listed.items.map(({ id, title, documentNumber, issuer, issuedAt }) => (
          <li key={id} className="card">
            <h2>
              <Link to="/notices/public/$id" params={{ id }}>
                {title}
              </Link>
            </h2>
            <p className="hint">{[documentNumber, issuer, dayOf(issuedAt)].filter((part) => part !== null).join(' · ')}</p>
          </li>
        ))}
      </ul>
      <More listed={listed} />
      {listed.items.length > 0 && (
        <Export
          list={t('notices.title')}
          columns={[
            [t('columns.title'), ({ title }) => title],
            [t('columns.documentNumber'), ({ documentNumber }) => documentNumber],
            [t('columns.issuer'), ({ issuer }) => issuer],
            [t('columns.issuedAt'), ({ issuedAt }) => dayOf(issuedAt)],
          ]}
          lines={() => everyOf(noticesOf)}
        />
      )}
    </PublicPage>
  );
}
