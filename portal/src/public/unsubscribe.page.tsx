import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import { useAct } from '../api/use-act';
import { Trouble } from '../shared/trouble';
import { Nothing, PublicPage } from './public-page';

/** Where a mail’s last line leads: out of its topic. The secret stands behind the `#`, which no server sees. */
export function UnsubscribePage(): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const [token] = useState(() => window.location.hash.slice(1));
  const [isLeft, setLeft] = useState(false);
  const leaving = useAct(
    () => answerOf(api.POST('/channels/unsubscribe/{token}', { params: { path: { token } } })),
    () => setLeft(true),
  );
  const settings = <Link to="/account">{t('unsubscribe.settings')}</Link>;
  if (token === '') {
    return (
      <PublicPage title={t('unsubscribe.title')}>
        <Nothing title={t('unsubscribe.noLink')}>{settings}</Nothing>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('unsubscribe.title')} lead={t('unsubscribe.lead')}>
      <div className="card plain-form">
        {isLeft && (
          <p className="well" role="status">
            {t('unsubscribe.done')}
          </p>
        )}
        {leaving.error !== null && <Trouble error={leaving.error} />}
        {!isLeft && (
          <div>
            <button type="button" className="plain-button" disabled={leaving.isPending} onClick={() => leaving.send()}>
              {t('unsubscribe.leave')}
            </button>
          </div>
        )}
        <p>{settings}</p>
      </div>
    </PublicPage>
  );
}
