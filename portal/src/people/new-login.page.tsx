import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { OrganisationPicker } from '../organisations/organisation-picker';
import { useOrganisation } from '../organisations/use-organisation';
import { PageHead } from '../shared/page-head';
import { Refusal } from '../shared/refusal';
import { Trouble } from '../shared/trouble';
import { DeliveryField } from './delivery-field';
import { IssuedLogin } from './issued-login';
import type { Delivery, Issued } from './people';
import { holderQuery, issuableRolesQuery, issueLogin } from './people';
import { WhoseLogin } from './whose-login';
import type { Whose } from './whose-login';

type Role = Schemas['IssueCredentialDto']['role'];

/** A login and a position for somebody new, or another position for somebody known. */
export function NewLoginPage(): React.JSX.Element {
  const { t } = useTranslation('people');
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { organisation: id = me.position.organisationId, person } = useSearch({ from: '/signed-in/people/new' });
  const organisation = useOrganisation(id);
  const [result, setResult] = useState<Issued | null>(null);
  return (
    <>
      <PageHead title={t('issueTitle')} />
      <div className="cards narrow">
        {result === null ? (
          <section className="card" aria-label={t('issueTitle')}>
            <OrganisationPicker
              key={id}
              label={t('organisation')}
              chosen={organisation}
              choose={(chosen) =>
                void navigate({ to: '/people/new', search: { organisation: chosen.id, ...(person === undefined ? {} : { person }) } })
              }
            />
            <IssueForm
              key={`form ${id}`}
              organisationId={id}
              knownId={person}
              onDone={async (issued) => {
                setResult(issued);
                await queries.invalidateQueries({ queryKey: ['organisations', id] });
                await queries.invalidateQueries({ queryKey: ['people'] });
              }}
            />
          </section>
        ) : (
          <IssuedLogin issued={result} onDone={() => void navigate({ to: '/people', search: { organisation: id } })} />
        )}
      </div>
    </>
  );
}

interface FormProps {
  organisationId: string;
  knownId: string | undefined;
  onDone: (issued: Issued) => Promise<void>;
}

function IssueForm({ organisationId, knownId, onDone }: FormProps): React.JSX.Element {
  const { t } = useTranslation(['people', 'shell']);
  const roles = useQuery(issuableRolesQuery(organisationId));
  const [whose, setWhose] = useState<Whose>({ knownId: knownId ?? null, name: '', mobile: '', mail: '', login: '' });
  const [chosenRole, setRole] = useState<Role | null>(null);
  const [note, setNote] = useState('');
  const [delivery, setDelivery] = useState<Delivery>('slip');
  const known = useQuery({ ...holderQuery(whose.knownId ?? ''), enabled: whose.knownId !== null });
  const hasLogin = whose.knownId !== null && known.data?.login !== undefined && known.data.login !== null;
  const issuing = useAct(issueLogin, onDone);
  const offered = roles.data?.roles ?? [];
  const role = chosenRole ?? (offered.length === 1 ? (offered[0] ?? null) : null);
  const send = (): void => {
    if (role !== null) {
      const onApplication = note.trim() === '' ? {} : { onApplication: note.trim() };
      issuing.send({ organisationId, role, delivery, ...onApplication, ...personOf(whose, hasLogin) });
    }
  };
  if (roles.data === undefined && roles.error !== null) {
    return <Trouble error={roles.error} retry={() => void roles.refetch()} />;
  }
  if (roles.data !== undefined && offered.length === 0) {
    return <p>{t('people:nothingToIssue')}</p>;
  }
  return (
    <form className="plain-form" onSubmit={(event) => (event.preventDefault(), send())}>
      <fieldset className="choices">
        <legend>{t('people:role')}</legend>
        {offered.map((one) => (
          <label key={one}>
            <input type="radio" name="role" required checked={role === one} onChange={() => setRole(one)} />
            <span>{t(`shell:roles.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <WhoseLogin whose={whose} known={known.data ?? null} change={setWhose} />
      <label>
        {t('people:onApplication')}
        <input maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
        <span className="hint">{t('people:onApplicationHint')}</span>
      </label>
      {!hasLogin && <DeliveryField delivery={delivery} choose={setDelivery} />}
      {issuing.error !== null && (
        <Refusal error={issuing.error} labels={{ login: t('people:login'), delivery: t('people:delivery.title') }} />
      )}
      <div>
        <button type="submit" className="plain-button" disabled={issuing.isPending || role === null}>
          {t(hasLogin ? 'people:grant' : 'people:issue')}
        </button>
      </div>
    </form>
  );
}

const given = (name: 'mobile' | 'mail', value: string): object => (value.trim() === '' ? {} : { [name]: value.trim() });

function personOf({ knownId, name, mobile, mail, login }: Whose, hasLogin: boolean): Partial<Schemas['IssueCredentialDto']> {
  const ownLogin = hasLogin ? {} : { login: login.trim() };
  return knownId !== null
    ? { personId: knownId, ...ownLogin }
    : { person: { name: name.trim(), ...given('mobile', mobile), ...given('mail', mail) }, ...ownLogin };
}
