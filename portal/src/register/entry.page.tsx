import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { Answered } from '../shared/answered';
import { civilDay, instantOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { StateTag } from '../shared/state-tag';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { CancelForm } from './cancel-form';
import { CorrectionsTable } from './corrections.page';
import { cancellationQuery, certificatesOfQuery, correctionsOfQuery, submissionOfQuery } from './reading';

/** One entry of the register before the registrar: number, certificates, corrections, and its cancellation. */
export function EntryPage(): React.JSX.Element {
  const { serial } = useParams({ from: '/signed-in/registered/$serial' });
  const query = useQuery(submissionOfQuery(serial));
  return (
    <Answered query={query} lines={8}>
      {(page) => <Entry page={page} />}
    </Answered>
  );
}

function Entry({ page }: { page: Schemas['SubmissionPage'] }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const me = useMe();
  const { serial, state, registrationNumber } = page.progress;
  const isSuspected = state === 'suspected' && registrationNumber !== null;
  return (
    <>
      <PageHead title={page.name ?? serial} />
      <p>
        <Link to="/registered">{t('entries.toList')}</Link>
      </p>
      <div className="cards">
        <Facts page={page} />
        {state !== 'suspected' && <Certificates serial={serial} isCancelled={state === 'cancelled'} />}
        <Corrections serial={serial} />
        {state === 'cancelled' && <Cancellation serial={serial} />}
        {may(me, 'registration.cancel') && (state === 'registered' || state === 'reported' || isSuspected) && (
          <CancelForm serial={serial} isSuspected={isSuspected} />
        )}
      </div>
    </>
  );
}

function Facts({ page }: { page: Schemas['SubmissionPage'] }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const { serial, registrationNumber, state } = page.progress;
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">
        {t('entries.facts')} <StateTag state={state} />
      </h2>
      <dl className="facts">
        <div>
          <dt>{t('entries.number')}</dt>
          <dd>
            <strong>{registrationNumber ?? ''}</strong>
          </dd>
        </div>
        <div>
          <dt>{t('entries.approvedOn')}</dt>
          <dd>{page.approvedOn === null ? '' : civilDay(page.approvedOn)}</dd>
        </div>
        <div>
          <dt>{t('entries.year')}</dt>
          <dd>{page.registrationYear}</dd>
        </div>
        <div>
          <dt>{t('objections.columns.serial')}</dt>
          <dd>
            <Link to="/review/$serial" params={{ serial }} preload={false}>
              {serial}
            </Link>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Certificates({ serial, isCancelled }: { serial: string; isCancelled: boolean }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const { data: cancellation } = useQuery({ ...cancellationQuery(serial), enabled: isCancelled });
  const isClassified = cancellation?.ground === 'classified';
  const isServed = !isCancelled || (cancellation !== undefined && !isClassified);
  const { data, error } = useQuery({ ...certificatesOfQuery(serial), enabled: isServed });
  return (
    <section className="card" aria-labelledby="certificates">
      <h2 id="certificates">{t('certificates.title')}</h2>
      {isClassified && <p>{t('certificates.classified')}</p>}
      {error !== null && <Trouble error={error} />}
      {data?.length === 0 && <p>{t('certificates.none')}</p>}
      {data !== undefined && data.length > 0 && (
        <TableBox label={t('certificates.title')}>
          <thead>
            <tr>
              {(['version', 'standing', 'issuedAt', 'endedAt', 'file'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`certificates.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map(({ version, standing, issuedAt, endedAt }) => (
              <tr key={version}>
                <th scope="row">{t('certificates.version', { version })}</th>
                <td className="short">{t(`certificates.standings.${standing}`)}</td>
                <td className="short">{instantOf(issuedAt)}</td>
                <td className="short">{endedAt === null ? '' : instantOf(endedAt)}</td>
                <td className="short">
                  <a href={`/api/v1/submissions/${serial}/certificate?version=${version}`} download>
                    {t('certificates.download')}
                    <span className="only-heard">：{t('certificates.version', { version })}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
    </section>
  );
}

function Corrections({ serial }: { serial: string }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const { data, error } = useQuery(correctionsOfQuery(serial));
  return (
    <section className="card" aria-labelledby="corrections">
      <h2 id="corrections">{t('corrections.title')}</h2>
      {error !== null && <Trouble error={error} />}
      {data?.length === 0 && <p>{t('corrections.noneOf')}</p>}
      {data !== undefined && data.length > 0 && <CorrectionsTable label={t('corrections.title')} lines={data} />}
    </section>
  );
}

function Cancellation({ serial }: { serial: string }): React.JSX.Element | null {
  const { t } = useTranslation('registrar');
  const { data, error } = useQuery(cancellationQuery(serial));
  return (
    <section className="card" aria-labelledby="cancellation">
      <h2 id="cancellation">{t('cancel.title')}</h2>
      {error !== null && <Trouble error={error} />}
      {data !== undefined && (
        <p>
          {t('cancel.done', { at: instantOf(data.cancelledAt), ground: t(`cancel.grounds.${data.ground}`) })}{' '}
          {data.document === null ? (
            t('cancel.byNumber', { number: data.documentNumber ?? '' })
          ) : (
            <a href={`/api/v1/submissions/${serial}/cancellation/document`} download>
              {t('document')}
            </a>
          )}
        </p>
      )}
    </section>
  );
}
