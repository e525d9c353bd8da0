import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useSignedIn } from '../account/session';
import { useWindowTitle } from '../shared/window-title';
import './welcome.css';

const FirstPage = lazy(async () => ({ default: (await import('./first-page.tsx')).FirstPage }));

/** The start page: for strangers what this is; whoever is signed in goes to the first of his pages. */
export function WelcomePage(): React.JSX.Element {
  const { t } = useTranslation('shell');
  const me = useSignedIn();
  useWindowTitle(t('title'));
  if (me !== null) {
    return (
      <Suspense>
        <FirstPage me={me} />
      </Suspense>
    );
  }
  return (
    <div className="welcome">
      <section className="welcome-lead">
        <h1>{t('title')}</h1>
        <p>{t('welcome.lead')}</p>
        <Link to="/sign-in" search={{ to: '/' }} className="plain-button">
          {t('welcome.begin')}
        </Link>
        <p className="hint">
          {t('welcome.logins')} <Link to="/apply">{t('welcome.apply')}</Link>
        </p>
      </section>
      <section className="card">
        <h2>{t('welcome.steps')}</h2>
        <ol>
          {(['step1', 'step2', 'step3', 'step4', 'step5'] as const).map((step) => (
            <li key={step}>{t(`welcome.${step}`)}</li>
          ))}
        </ol>
      </section>
      <footer>
        <a href="/api/docs">{t('apiDocs')}</a>
        <span className="hint">{t('demonstration')}</span>
      </footer>
    </div>
  );
}
