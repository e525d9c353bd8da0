import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { civilDay, dayOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { noticesQuery } from './reading';
import './notice.css';

/** The letters that one’s organisation received or sent, each with how far it has come. */
export function NoticesPage(): React.JSX.Element {
  const { t } = useTranslation(['notice', 'shell']);
  const { box = 'received' } = useSearch({ from: '/signed-in/notices' });
  const me = useMe();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(noticesQuery(box));
  const notices = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('notice:title')} />
      {may(me, 'notice.forward') && (
        <nav aria-label={t('notice:boxes')} className="boxes">
          <Link to="/notices" search={{}} activeOptions={{ exact: true, includeSearch: true }} activeProps={{ 'aria-current': 'page' }}>
            {t('notice:received')}
          </Link>
          <Link to="/notices" search={{ box: 'sent' }} activeOptions={{ includeSearch: true }} activeProps={{ 'aria-current': 'page' }}>
            {t('notice:sent')}
          </Link>
        </nav>
      )}
      {error !== null && <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting lines={6} />}
      {data !== undefined && notices.length === 0 && <p className="card">{t(`notice:none.${box}`)}</p>}
      <ul className="notice-list">
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="plain-button quiet" onClick={() => void fetchNextPage()}>
          {t('shell:more')}
        </button>
      )}
    </>
  );
}

function NoticeLine({ notice }: { notice: Schemas['NoticeLineDto'] }): React.JSX.Element {
  const { t } = useTranslation('notice');
  const { id, title, documentNumber, issuer, issuedAt, dueOn, state, standing } = notice;
  return (
    <li className="card">
      <h2>
        <Link to="/notices/$id" params={{ id }}>
          {title}
        </Link>{' '}
        {standing !== null && state !== 'withdrawn' && <span className="standing">{t(`standings.${standing}`)}</span>}
        {state === 'withdrawn' && <span className="standing">{t('states.withdrawn')}</span>}
      </h2>
      <p className="hint">{[documentNumber, issuer, dayOf(issuedAt)].filter((part) => part !== null).join(' · ')}</p>
      {dueOn !== null && <p>{t('dueOn', { day: civilDay(dueOn) })}</p>}
    </li>
  );
}
