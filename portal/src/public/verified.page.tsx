import { Link, useLoaderData, useSearch } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { civilDay } from '../shared/dates';
import { Nothing, PublicPage } from './public-page';

/** What stands of a certificate; its QR code leads here. */
export function VerifiedPage(): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const { sealed } = useSearch({ from: '/certificates/$number' });
  const answer = useLoaderData({ from: '/certificates/$number' });
  const another = <Link to="/certificates">{t('verify.another')}</Link>;
  if (answer === null) {
    return (
      <PublicPage title={t('verify.title')}>
        <Nothing title={t('verify.noNumber')}>{another}</Nothing>
      </PublicPage>
    );
  }
  const { number, version, outcome, supersededBy, cancelledOn, certificate, sentence } = answer;
  return (
    <PublicPage title={t('verify.result')}>
      <section className="card">
        <p className={outcome === 'valid' ? 'well' : 'trouble'} role="status">
          <strong>{t(`verify.outcomes.${outcome}`)}</strong>
          {cancelledOn !== null && <> {t('verify.cancelledOn', { day: civilDay(cancelledOn) })}</>}
          {supersededBy !== null && <> {t('verify.supersededBy', { version: supersededBy })}</>}
        </p>
        <dl className="facts-list">
          <dt>{t('register.number')}</dt>
          <dd>{number}</dd>
          {version !== null && (
            <>
              <dt>{t('verify.version')}</dt>
              <dd>{version}</dd>
            </>
          )}
          {certificate !== null && <Printed certificate={certificate} />}
        </dl>
        <p className="hint">{t(sealed === undefined ? 'verify.byNumber' : 'verify.bySeal')}</p>
        <p className="hint">{sentence}</p>
      </section>
      <p>{another}</p>
    </PublicPage>
  );
}

function Printed({ certificate: { name, units, completers, approvedOn, registrar } }: { certificate: Schemas['PrintedCertificate'] }) {
  const { t } = useTranslation('visitors');
  return (
    <>
      <dt>{t('facts.name')}</dt>
      <dd>{name}</dd>
      <dt>{t('facts.units')}</dt>
      <dd>{units.join('、')}</dd>
      <dt>{t('facts.completers')}</dt>
      <dd>{completers.join('、')}</dd>
      <dt>{t('register.approval')}</dt>
      <dd>{civilDay(approvedOn)}</dd>
      <dt>{t('verify.registrar')}</dt>
      <dd>{registrar}</dd>
    </>
  );
}
