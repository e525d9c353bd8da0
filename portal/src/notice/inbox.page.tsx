import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { instantOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { liveInbox } from '../shell/live-inbox';
import { inboxQuery } from './reading';
import './notice.css';

type Message = Schemas['MessageDto'];

/** What one was told, the newest first; what comes while one looks appears by itself. */
export function InboxPage(): React.JSX.Element {
  const { t } = useTranslation(['notice', 'shell']);
  const [isUnread, setUnread] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(inboxQuery(isUnread));
  useEffect(() => liveInbox.subscribe(() => void refetch()), [refetch]);
  const messages = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('notice:inbox.title')}>
        <label className="tick-beside">
          <input type="checkbox" checked={isUnread} onChange={({ target }) => setUnread(target.checked)} />
          {t('notice:inbox.onlyUnread')}
        </label>
      </PageHead>
      {error !== null && <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting lines={6} />}
      {data !== undefined && messages.length === 0 && (
        <p className="card">{t(isUnread ? 'notice:inbox.noneUnread' : 'notice:inbox.none')}</p>
      )}
      <ul className="notice-list" aria-live="polite">
        {messages.map((message) => (
          <Line key={message.id} message={message} />
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

function Line({ message }: { message: Message }): React.JSX.Element {
  const { t } = useTranslation('notice');
  const { id, subject, at, readAt } = message;
  const reading = useAct(
    () => answerOf(api.POST('/inbox/{id}/read', { params: { path: { id } } })),
    () => liveInbox.recount(),
  );
  return (
    <li className={readAt === null ? 'card unread-line' : 'card'}>
      <p>
        {readAt === null && <span className="dot" role="img" aria-label={t('inbox.unread')} />}
        {subject}
      </p>
      <p className="hint">
        <time dateTime={at}>{instantOf(at)}</time>
      </p>
      {reading.error !== null && <Trouble error={reading.error} />}
      <p className="line-acts">
        <About message={message} onOpen={() => readAt === null && reading.send()} />
        {readAt === null && (
          <button type="button" className="plain-button quiet small" disabled={reading.isPending} onClick={() => reading.send()}>
            {t('inbox.markRead')}
            <span className="only-heard">：{subject}</span>
          </button>
        )}
      </p>
    </li>
  );
}

/** What a message is about, where there is a page of it. */
function About({ message: { about, subject }, onOpen }: { message: Message; onOpen: () => void }): React.JSX.Element | null {
  const { t } = useTranslation('notice');
  const words = (
    <>
      {t('inbox.open')}
      <span className="only-heard">：{subject}</span>
    </>
  );
  if (typeof about['noticeId'] === 'string') {
    return (
      <Link to="/notices/$id" params={{ id: about['noticeId'] }} onClick={onOpen}>
        {words}
      </Link>
    );
  }
  if (typeof about['serial'] === 'string') {
    return (
      <Link to="/submissions/$serial" params={{ serial: about['serial'] }} onClick={onOpen}>
        {words}
      </Link>
    );
  }
  return null;
}
