import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { instantOf } from '../shared/dates';
import { Export } from '../shared/export';
import { Listed } from '../shared/listed';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { useEvery } from '../shared/use-every';
import { liveInbox } from '../shell/live-inbox';
import { inboxQuery } from './reading';
import './notice.css';

type Message = Schemas['MessageDto'];

/** What one was told, the newest first; what comes while one looks appears by itself. */
export function InboxPage(): React.JSX.Element {
  const { t } = useTranslation('notice');
  const [isUnread, setUnread] = useState(false);
  const list = useInfiniteQuery(inboxQuery(isUnread));
  const every = useEvery();
  const { data, refetch } = list;
  useEffect(() => liveInbox.subscribe(() => void refetch()), [refetch]);
  const messages = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('inbox.title')}>
        <label className="tick-beside">
          <input type="checkbox" checked={isUnread} onChange={({ target }) => setUnread(target.checked)} />
          {t('inbox.onlyUnread')}
        </label>
        <Export<Message>
          list={t('inbox.title')}
          columns={[
            [t('columns.subject'), ({ subject }) => subject],
            [t('columns.at'), ({ at }) => instantOf(at)],
            [t('columns.readAt'), ({ readAt }) => (readAt === null ? t('inbox.unread') : instantOf(readAt))],
          ]}
          lines={async () => (await every(inboxQuery(isUnread))).flatMap(({ items }) => items)}
        />
      </PageHead>
      <Listed list={list} isEmpty={messages.length === 0} none={<p className="card">{t(isUnread ? 'inbox.noneUnread' : 'inbox.none')}</p>}>
        <ul className="notice-list" aria-live="polite">
          {messages.map((message) => (
            <Line key={message.id} message={message} />
          ))}
        </ul>
      </Listed>
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
