import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { civilDay, dayOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { credentialApplicationsQuery, organiserApplicationsQuery } from './applications';
import '../shared/forms.css';

/** What waits for one’s desk, the oldest first: those who ask for a login; at the department also those who would be organisers. */
export function ApplicationsPage(): React.JSX.Element {
  const { t } = useTranslation('applications');
  const { position } = useMe();
  return (
    <>
      <PageHead title={t('title')} />
      <div className="cards">
        {position.organisationKind === 'department' && <Organisers />}
        <Logins />
      </div>
    </>
  );
}

function Logins(): React.JSX.Element {
  const { t } = useTranslation(['applications', 'shell']);
  const listed = useInfiniteQuery(credentialApplicationsQuery);
  const applications = listed.data?.pages.flat() ?? [];
  return (
    <Queue title={t('applications:logins')} listed={listed} isEmpty={applications.length === 0}>
      {applications.map((application) => (
        <li key={application.id}>
          <span>
            <Link to="/credential-applications/$id" params={{ id: application.id }}>
              {application.name}
            </Link>
            <span className="hint">
              {application.unitName} · {t(`shell:roles.${application.role}`)}
            </span>
          </span>
          <Standing application={application} />
        </li>
      ))}
    </Queue>
  );
}

function Organisers(): React.JSX.Element {
  const { t } = useTranslation('applications');
  const listed = useInfiniteQuery(organiserApplicationsQuery);
  const applications = listed.data?.pages.flat() ?? [];
  return (
    <Queue title={t('organisers')} listed={listed} isEmpty={applications.length === 0}>
      {applications.map((application) => (
        <li key={application.id}>
          <span>
            <Link to="/organiser-applications/$id" params={{ id: application.id }}>
              {application.organiser}
            </Link>
            <span className="hint">{t(`organiserKinds.${application.kind}`)}</span>
          </span>
          <Standing application={application} />
        </li>
      ))}
    </Queue>
  );
}

interface QueueProps {
  title: string;
  listed: { error: unknown; isPending: boolean; hasNextPage: boolean; refetch: () => unknown; fetchNextPage: () => unknown };
  isEmpty: boolean;
  children: React.ReactNode;
}

function Queue({ title, listed, isEmpty, children }: QueueProps): React.JSX.Element {
  const { t } = useTranslation(['applications', 'shell']);
  const { error, isPending, hasNextPage, refetch, fetchNextPage } = listed;
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {error !== null && <Trouble error={error} retry={() => void refetch()} />}
      {isPending && <Waiting />}
      {!isPending && error === null && isEmpty && <p>{t('applications:none')}</p>}
      <ul className="line-list">{children}</ul>
      {hasNextPage && (
        <div>
          <button type="button" className="plain-button quiet" onClick={() => void fetchNextPage()}>
            {t('shell:more')}
          </button>
        </div>
      )}
    </section>
  );
}

type Waits = Pick<Schemas['CredentialApplicationDto'], 'state' | 'receivedAt' | 'dueOn' | 'escalatedAt'>;

function Standing({ application: { state, receivedAt, dueOn, escalatedAt } }: { application: Waits }): React.JSX.Element {
  const { t } = useTranslation('applications');
  return (
    <span>
      <span className={`tag ${escalatedAt === null ? 'busy' : 'bad'}`}>{t(escalatedAt === null ? `states.${state}` : 'late')}</span>
      <span className="hint">
        {t('receivedAt', { day: dayOf(receivedAt) })}
        {dueOn !== null && ` · ${t('dueOn', { day: civilDay(dueOn) })}`}
      </span>
    </span>
  );
}
