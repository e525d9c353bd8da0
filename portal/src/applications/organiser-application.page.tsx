import { organiserScans } from '@dengke/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { IssuedLogin } from '../people/issued-login';
import type { Issued } from '../people/people';
import { ActForm } from '../shared/act-form';
import { Answered } from '../shared/answered';
import { bytesOf } from '../shared/bytes';
import { civilDay, instantOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { organiserApplicationQuery, withReason } from './applications';
import { ApproveOrganiser } from './approve-organiser';
import { Fact } from './fact';
import { ApplicationTimeline } from './timeline';

type Application = Schemas['OrganiserApplicationPageDto'];

/** 附件2: every field of the form, the scans, organisers of nearly this name, and the department’s decision. */
export function OrganiserApplicationPage(): React.JSX.Element {
  const { id } = useParams({ from: '/signed-in/organiser-applications/$id' });
  const query = useQuery(organiserApplicationQuery(id));
  return (
    <Answered query={query} lines={8}>
      {(application) => <Page application={application} />}
    </Answered>
  );
}

function Page({ application }: { application: Application }): React.JSX.Element {
  const { t } = useTranslation('applications');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [result, setResult] = useState<Issued | null>(null);
  const renew = () => queries.invalidateQueries({ queryKey: ['applications'] });
  const { id, openedAt, mayDecide, state } = application;
  const isOpen = mayDecide && state === 'received';
  const opening = useAct(
    (_: void, key) => answerOf(api.POST('/organiser-applications/{id}/open', { ...keyed(key), params: { path: { id } } })),
    renew,
  );
  const open = opening.send;
  // To look at it is the first act of the desk: from then on it is not withdrawn freely (P25).
  useEffect(() => {
    if (isOpen && openedAt === null) {
      open();
    }
  }, [isOpen, openedAt]);
  return (
    <>
      <PageHead title={application.organiser} />
      <div className="cards narrow">
        {result !== null && <IssuedLogin issued={result} onDone={() => void navigate({ to: '/applications' })} />}
        <Form application={application} />
        <Doubled application={application} />
        {isOpen && result === null && (
          <ApproveOrganiser
            application={application}
            onIssued={async (issued) => {
              setResult(issued);
              await renew();
            }}
          />
        )}
        {isOpen && result === null && (
          <section className="card" aria-label={t('otherwise')}>
            <h2>{t('otherwise')}</h2>
            <div className="acts">
              <ActForm
                label={t('refuseOrganiser')}
                hint={t('refuseHint')}
                send={({ reason }, key) => answerOf(api.POST('/organiser-applications/{id}/refuse', withReason(id, reason, key)))}
                onDone={renew}
              />
            </div>
          </section>
        )}
        <ApplicationTimeline timeline={application.timeline} />
      </div>
    </>
  );
}

function Form({ application }: { application: Application }): React.JSX.Element {
  const { t } = useTranslation(['applications', 'people']);
  const [whole, setWhole] = useState<Schemas['OrganiserContactsDto'] | null>(null);
  const { leader, head, staff } = whole ?? application;
  const reach = ({ name, mobile, mail }: Schemas['NamedContactDto']): string =>
    [name, mobile, mail].filter((one) => one !== null).join(' · ');
  return (
    <section className="card" aria-labelledby="form">
      <h2 id="form">
        {t('applications:organiserForm')} <span className="tag busy">{t(`applications:states.${application.state}`)}</span>
      </h2>
      <dl className="facts">
        <Fact label={t('applications:organiser')}>{application.organiser}</Fact>
        <Fact label={t('applications:kind')}>{t(`applications:organiserKinds.${application.kind}`)}</Fact>
        <Fact label={t('applications:address')}>{application.address}</Fact>
        <Fact label={t('applications:postcode')}>{application.postcode}</Fact>
        <Fact label={t('applications:legalRepresentative')}>{application.legalRepresentative}</Fact>
        <Fact label={t('applications:leader')}>{reach(leader)}</Fact>
        <Fact label={t('applications:department')}>{application.department}</Fact>
        <Fact label={t('applications:head')}>{reach(head)}</Fact>
        <Fact label={t('applications:staff')}>{reach(staff)}</Fact>
        <Fact label={t('applications:signedOn')}>{civilDay(application.signedOn)}</Fact>
        <Fact label={t('applications:received')}>{instantOf(application.receivedAt)}</Fact>
        {application.dueOn !== null && <Fact label={t('applications:due')}>{civilDay(application.dueOn)}</Fact>}
        <div className="whole">
          <dt>{t('applications:declaration')}</dt>
          <dd>{application.declaration}</dd>
        </div>
      </dl>
      <ul className="line-list">
        {application.scans.map(({ scan, fileName, bytes }) => (
          <li key={scan}>
            <span>{t(`applications:scans.${scan}`)}</span>
            <a href={`/api/v1/organiser-applications/${application.id}/scans/${scan}`} download>
              {fileName}（{bytesOf(bytes)}）
            </a>
          </li>
        ))}
        {organiserScans.length > application.scans.length && <li>{t('applications:scansGone')}</li>}
      </ul>
      {whole === null && application.state === 'received' && (
        <div className="acts">
          <ActForm
            label={t('people:unmask')}
            hint={t('people:unmaskHint')}
            send={({ reason }, key) => answerOf(api.POST('/organiser-applications/{id}/unmask', withReason(application.id, reason, key)))}
            onDone={setWhole}
          />
        </div>
      )}
    </section>
  );
}

function Doubled({ application: { similar } }: { application: Application }): React.JSX.Element {
  const { t } = useTranslation('applications');
  return (
    <section className="card" aria-labelledby="similar">
      <h2 id="similar">{t('similar')}</h2>
      {similar.length === 0 && <p>{t('nothingSimilar')}</p>}
      <ul className="line-list">
        {similar.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </section>
  );
}
