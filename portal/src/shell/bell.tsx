import { Link } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from '../messages/use-translation';
import { liveInbox } from './live-inbox';

/** The way to one’s inbox, with how many are unread. */
export function Bell({ personId }: { personId: string }): React.JSX.Element {
  const { t } = useTranslation('shell');
  const unread = useSyncExternalStore(liveInbox.subscribe, liveInbox.unread);
  useEffect(() => liveInbox.follow(), [personId]);
  return (
    <Link to="/inbox" className="header-button">
      {t('inbox')}
      {unread > 0 && (
        <span className="unread">
          <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
          <span className="only-heard">{t('unread', { count: unread })}</span>
        </span>
      )}
    </Link>
  );
}
