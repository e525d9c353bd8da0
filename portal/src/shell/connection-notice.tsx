import { useSyncExternalStore } from 'react';
import { useTranslation } from '../messages/use-translation';
import { connection } from '../api/connection';

/** Says that nothing is lost while there is no network, or no system. */
export function ConnectionNotice(): React.JSX.Element {
  const { t } = useTranslation('shell');
  const isUp = useSyncExternalStore(connection.subscribe, connection.isUp);
  return (
    <div role="status" className="connection">
      {!isUp && <p>{t(navigator.onLine ? 'unreachable' : 'offline')}</p>}
    </div>
  );
}
