import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { OrganisationPicker } from '../organisations/organisation-picker';
import { useOrganisation } from '../organisations/use-organisation';
import { IssuedLogin } from '../people/issued-login';
import type { Issued } from '../people/people';
import { ActForm } from '../shared/act-form';
import { Answered } from '../shared/answered';
import { civilDay, instantOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { credentialApplicationQuery, withReason } from './applications';
import { Fact } from './fact';
import { IssueOnApplication } from './issue-on-application';
import { Similar } from './similar';
import { ApplicationTimeline } from './timeline';

type Application = Schemas['CredentialApplicationPageDto'];

/** One who asks for a login: the form, whom it may double, and the decision of the desk. */
export function CredentialApplicationPage(): React.JSX.Element {
  const { id } = useParams({ from: '/signed-in/credential-applications/$id' });
  const query = useQuery(credentialApplicationQuery(id));
  return (
    <Answered query={query} lines={8}>
      {(application) => <Page key={id} application={application} />}
    </Answered>
  );
}

function Page({ application }: { application: Application }): React.JSX.Element {
  const { t } = useTranslation('applications');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [result, setResult] = useState<Issued | null>(null);
  const [personId, setPerson] = useState<string | null>(null);
  const renew = () => queries.invalidateQueries({ queryKey: ['applications'] });
  const { mayDecide, state, name, timeline } = application;
  const isOpen = mayDecide && (state === 'applied' || state === 'issued-expired');
  return (
    <>
      <PageHead title={t('loginOf', { name })} />
      <div className="cards narrow">
        {result !== null && <IssuedLogin issued={result} onDone={() => void navigate({ to: '/applications' })} />}
        <Facts application={application} />
        <Similar application={application} chosen={personId} choose={isOpen ? setPerson : null} />
        {isOpen && result === null && (
          <IssueOnApplication
            key={personId ?? 'new'}
            application={application}
            personId={personId}
            onIssued={async (issued) => {
              setResult(issued);
              await renew();
            }}
          />
        )}
        {isOpen && result === null && <OtherActs application={application} onDone={renew} />}
        <ApplicationTimeline timeline={timeline} />
      </div>
    </>
  );
}

function Facts({ application }: { application: Application }): React.JSX.Element {
  const { t } = useTranslation(['applications', 'people', 'shell']);
  const { state, receivedAt, dueOn, name, role, uscc, unitName, areaCode, field, checkCharacterDoubtful } = application;
  const [whole, setWhole] = useState<Schemas['ContactDto'] | null>(null);
  const { mobile, mail } = whole ?? application;
  const isOver = state === 'active' || state === 'refused' || state === 'withdrawn';
  return (
    <section className="card" aria-labelledby="applicant">
      <h2 id="applicant">
        {t('applications:form')} <span className="tag busy">{t(`applications:states.${state}`)}</span>
      </h2>
      <dl className="facts">
        <Fact label={t('people:name')}>{name}</Fact>
        <Fact label={t('people:role')}>{t(`shell:roles.${role}`)}</Fact>
        <Fact label={t('people:mobile')}>{mobile}</Fact>
        <Fact label={t('people:mail')}>{mail}</Fact>
        <Fact label={t('applications:unitName')}>{unitName}</Fact>
        <Fact label={t('applications:uscc')}>
          {uscc}
          {checkCharacterDoubtful && <span className="tag mend">{t('applications:checkDoubtful')}</span>}
        </Fact>
        <Fact label={t('applications:area')}>{areaCode}</Fact>
        <Fact label={t('applications:field')}>{t(`applications:fields.${field}`)}</Fact>
        <Fact label={t('applications:received')}>{instantOf(receivedAt)}</Fact>
        {dueOn !== null && <Fact label={t('applications:due')}>{civilDay(dueOn)}</Fact>}
      </dl>
      {checkCharacterDoubtful && <p className="hint">{t('applications:checkDoubtfulHint')}</p>}
      {whole === null && !isOver && (
        <div className="acts">
          <ActForm
            label={t('people:unmask')}
            hint={t('people:unmaskHint')}
            send={({ reason }, key) => answerOf(api.POST('/credential-applications/{id}/unmask', withReason(application.id, reason, key)))}
            onDone={setWhole}
          />
        </div>
      )}
    </section>
  );
}

/** Refused, or passed on to another desk. */
function OtherActs({ application: { id, deskId }, onDone }: { application: Application; onDone: () => Promise<void> }): React.JSX.Element {
  const { t } = useTranslation('applications');
  const desk = useOrganisation(deskId);
  const [to, setTo] = useState<ReturnType<typeof useOrganisation>>(null);
  return (
    <section className="card" aria-label={t('otherwise')}>
      <h2>{t('otherwise')}</h2>
      {desk !== null && <p className="hint">{t('atDesk', { name: desk.name })}</p>}
      <div className="acts">
        <ActForm
          label={t('refuse')}
          hint={t('refuseHint')}
          send={({ reason }, key) => answerOf(api.POST('/credential-applications/{id}/refuse', withReason(id, reason, key)))}
          onDone={onDone}
        />
        <ActForm
          label={t('redirect')}
          hint={t('redirectHint')}
          values={{ toOrganisationId: to?.id ?? '' }}
          send={({ reason, toOrganisationId }, key) =>
            answerOf(
              api.POST('/credential-applications/{id}/redirect', {
                ...withReason(id, reason, key),
                body: { reason, toOrganisationId },
              }),
            )
          }
          onDone={onDone}
        >
          <OrganisationPicker label={t('toDesk')} chosen={to} choose={setTo} />
        </ActForm>
      </div>
    </section>
  );
}
