import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import { useWindowTitle } from '../shared/window-title';
import { NewPassword } from './new-password';
import './sign-in.css';

/** Where the mailed one-time link leads: its secret stands behind the `#`, which no server sees. */
export function FirstPasswordPage(): React.JSX.Element {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  useWindowTitle(t('firstPassword'));
  const [link] = useState(() => window.location.hash.slice(1));
  const [isSet, setSet] = useState(false);
  return (
    <div className="sign-in-page">
      <div className="card">
        <h1 className="step-title">{t('firstPassword')}</h1>
        {isSet ? (
          <div className="plain-form">
            <p className="well">{t('passwordSet')}</p>
            <button
              type="button"
              className="plain-button"
              onClick={() => void navigate({ to: '/sign-in', search: { to: '/achievements' } })}
            >
              {t('signIn')}
            </button>
          </div>
        ) : (
          <>
            <p>{t('firstPasswordWhy')}</p>
            <NewPassword
              shortest={t('shortestOfLink')}
              label={t('set')}
              set={async (password) => {
                await answerOf(api.POST('/first-passwords', { body: { link, password } }));
                setSet(true);
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}
