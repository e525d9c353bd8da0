import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { civilDay, dayOf } from '../shared/dates';
import { Export } from '../shared/export';
import type { Column } from '../shared/export';
import { Listed } from '../shared/listed';
import { PageHead } from '../shared/page-head';
import { useEvery } from '../shared/use-every';
import { credentialApplicationsQuery, organiserApplicationsQuery } from './applications';

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
  const every = useEvery();
  const file = (
    <Export<Schemas['CredentialApplicationDto']>
      list={t('applications:logins')}
      columns={[
        [t('applications:columns.applicant'), ({ name }) => name],
        [t('applications:unitName'), ({ unitName }) => unitName],
        [t('applications:columns.role'), ({ role }) => t(`shell:roles.${role}`)],
        ...useStandingColumns(),
      ]}
      lines={async () => (await every(credentialApplicationsQuery)).flat()}
    />
  );
  return (
    <Queue title={t('applications:logins')} list={listed} isEmpty={applications.length === 0} file={file}>
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
  const every = useEvery();
  const file = (
    <Export<Schemas['OrganiserApplicationDto']>
      list={t('organisers')}
      columns={[
        [t('organiser'), ({ organiser }) => organiser],
        [t('kind'), ({ kind }) => t(`organiserKinds.${kind}`)],
        ...useStandingColumns(),
      ]}
      lines={async () => (await every(organiserApplicationsQuery)).flat()}
    />
  );
  return (
    <Queue title={t('organisers')} list={listed} isEmpty={applications.length === 0} file={file}>
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

type QueueProps = Pick<React.ComponentProps<typeof Listed>, 'list' | 'isEmpty' | 'children'> & { title: string; file: React.ReactNode };

function Queue({ title, list, isEmpty, file, children }: QueueProps): React.JSX.Element {
  const { t } = useTranslation('applications');
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <Listed list={list} isEmpty={isEmpty} none={<p>{t('none')}</p>} lines={4}>
        <ul className="line-list">{children}</ul>
        {file}
      </Listed>
    </section>
  );
}

type Waits = Pick<Schemas['CredentialApplicationDto'], 'state' | 'receivedAt' | 'dueOn' | 'escalatedAt'>;

function useStandingColumns(): readonly Column<Waits>[] {
  const { t } = useTranslation('applications');
  return [
    [t('columns.state'), ({ state, escalatedAt }) => t(escalatedAt === null ? `states.${state}` : 'late')],
    [t('received'), ({ receivedAt }) => dayOf(receivedAt)],
    [t('due'), ({ dueOn }) => (dueOn === null ? '' : civilDay(dueOn))],
  ];
}

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
