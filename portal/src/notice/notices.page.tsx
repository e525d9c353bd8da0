import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { civilDay, dayOf } from '../shared/dates';
import { Export } from '../shared/export';
import { Listed } from '../shared/listed';
import { PageHead } from '../shared/page-head';
import { useEvery } from '../shared/use-every';
import { noticesQuery } from './reading';
import './notice.css';

/** The letters that one’s organisation received or sent, each with how far it has come. */
export function NoticesPage(): React.JSX.Element {
  const { t } = useTranslation('notice');
  const { box = 'received' } = useSearch({ from: '/signed-in/notices' });
  const me = useMe();
  const list = useInfiniteQuery(noticesQuery(box));
  const every = useEvery();
  const notices = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('title')}>
        {may(me, 'notice.issue') && (
          <Link to="/notices/new" className="plain-button">
            {t('issue')}
          </Link>
        )}
        <Export<Schemas['NoticeLineDto']>
          list={t(box)}
          columns={[
            [t('columns.title'), ({ title }) => title],
            [t('columns.documentNumber'), ({ documentNumber }) => documentNumber],
            [t('columns.issuer'), ({ issuer }) => issuer],
            [t('columns.issuedAt'), ({ issuedAt }) => dayOf(issuedAt)],
            [t('columns.dueOn'), ({ dueOn }) => (dueOn === null ? '' : civilDay(dueOn))],
            [
              t('columns.standing'),
              ({ state, standing }) => t(standing === null || state === 'withdrawn' ? `states.${state}` : `standings.${standing}`),
            ],
          ]}
          lines={async () => (await every(noticesQuery(box))).flatMap(({ items }) => items)}
        />
      </PageHead>
      {may(me, 'notice.forward') && (
        <nav aria-label={t('boxes')} className="boxes">
          <Link to="/notices" search={{}} activeOptions={{ exact: true, includeSearch: true }} activeProps={{ 'aria-current': 'page' }}>
            {t('received')}
          </Link>
          <Link to="/notices" search={{ box: 'sent' }} activeOptions={{ includeSearch: true }} activeProps={{ 'aria-current': 'page' }}>
            {t('sent')}
          </Link>
        </nav>
      )}
      <Listed list={list} isEmpty={notices.length === 0} none={<p className="card">{t(`none.${box}`)}</p>}>
        <ul className="notice-list">
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
      </Listed>
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
