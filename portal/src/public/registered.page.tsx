import { Link, useLoaderData } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { civilDay } from '../shared/dates';
import { areaName } from './code-names';
import { Nothing, PublicPage } from './public-page';
import { PublishedFacts } from './published-facts';

/** One entry of the register; a cancelled one bears its mark and day (P36). */
export function RegisteredPage(): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const answer = useLoaderData({ from: '/register/$number' });
  if (answer === null) {
    return (
      <PublicPage title={t('register.title')}>
        <Nothing title={t('register.unknown')}>
          <Link to="/register" search={{}}>
            {t('register.toSearch')}
          </Link>
        </Nothing>
      </PublicPage>
    );
  }
  if ('cancelled' in answer) {
    return <Withheld {...answer.cancelled} />;
  }
  const { entry, names } = answer;
  const { number, registrationYear, approvedOn, cancelledOn, importedOn, areaCode } = entry;
  return (
    <PublicPage title={entry.name}>
      {cancelledOn !== null && <p className="trouble">{t('register.cancelledOn', { day: civilDay(cancelledOn) })}</p>}
      <section className="card">
        <PublishedFacts entry={entry}>
          <dt>{t('register.number')}</dt>
          <dd>
            <strong>{number}</strong>
          </dd>
          <dt>{t('register.approval')}</dt>
          <dd>{civilDay(approvedOn)}</dd>
          <dt>{t('register.facets.registrationYear')}</dt>
          <dd>{registrationYear}</dd>
          <dt>{t('register.facets.areaCode')}</dt>
          <dd>{areaName(names, areaCode)}</dd>
        </PublishedFacts>
        {importedOn !== null && <p className="hint">{t('register.importedOn', { day: civilDay(importedOn) })}</p>}
      </section>
      <p>
        <Link to="/certificates/$number" params={{ number }} search={{}}>
          {t('register.verify')}
        </Link>
      </p>
    </PublicPage>
  );
}

/** Of what was cancelled as classified there is nothing else to say (P17, P36). */
function Withheld({ number, cancelledOn }: Schemas['WithheldEntryDto']): React.JSX.Element {
  const { t } = useTranslation('visitors');
  return (
    <PublicPage title={number}>
      <p className="trouble">{t('register.cancelledOn', { day: civilDay(cancelledOn) })}</p>
    </PublicPage>
  );
}
