import { Link, useLoaderData } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { civilDay } from '../shared/dates';
import { ObjectionForm } from './objection-form';
import { Nothing, PublicPage } from './public-page';
import { PublishedFacts } from './published-facts';

/** One achievement in publicity, and the form with which anybody may object to it (P33). */
export function PublishedPage(): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const entry = useLoaderData({ from: '/publicity/$serial' });
  if (entry === null) {
    return (
      <PublicPage title={t('publicity.title')}>
        <Nothing title={t('publicity.over')}>
          <p>
            <Link to="/publicity">{t('publicity.toList')}</Link>
          </p>
        </Nothing>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={entry.name} lead={t('publicity.until', { to: civilDay(entry.toOn) })}>
      <section className="card">
        <PublishedFacts entry={entry}>
          <dt>{t('publicity.days')}</dt>
          <dd>{t('span', { from: civilDay(entry.fromOn), to: civilDay(entry.toOn) })}</dd>
        </PublishedFacts>
      </section>
      <section className="card" aria-labelledby="objection">
        <h2 id="objection">{t('objection.title')}</h2>
        <ObjectionForm serial={entry.serial} />
      </section>
    </PublicPage>
  );
}
