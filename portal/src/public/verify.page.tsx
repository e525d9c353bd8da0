import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { certificateIn } from './asked';
import { PublicPage } from './public-page';

/** Asks about a certificate: by its number, or by all that its QR code says. */
export function VerifyPage(): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [isNone, setNone] = useState(false);
  const ask = (): void => {
    const asked = certificateIn(text);
    setNone(asked === null);
    if (asked !== null) {
      void navigate({ to: '/certificates/$number', params: { number: asked.number }, search: asked.asked });
    }
  };
  return (
    <PublicPage title={t('verify.title')} lead={t('verify.lead')}>
      <form
        className="card plain-form"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <label>
          {t('verify.what')}
          <textarea
            rows={3}
            value={text}
            onChange={({ target }) => setText(target.value)}
            aria-describedby="verify-hint"
            aria-invalid={isNone}
            autoComplete="off"
            required
          />
        </label>
        <p className="hint" id="verify-hint">
          {t('verify.hint')}
        </p>
        {isNone && (
          <p className="trouble" role="alert">
            {t('verify.noNumber')}
          </p>
        )}
        <div>
          <button type="submit" className="plain-button">
            {t('verify.ask')}
          </button>
        </div>
      </form>
      <Offline />
    </PublicPage>
  );
}

function Offline(): React.JSX.Element {
  const { t } = useTranslation('visitors');
  return (
    <section className="card" aria-labelledby="offline">
      <h2 id="offline">{t('verify.offline')}</h2>
      <p>{t('verify.offlineHow')}</p>
      <p>
        <a href="/api/v1/certificates/keys" download="certificate-keys.json">
          {t('verify.keys')}
        </a>
      </p>
    </section>
  );
}
