import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { ActForm } from '../shared/act-form';
import { instantOf } from '../shared/dates';
import { Refusal } from '../shared/refusal';
import { DeliveryField } from './delivery-field';
import type { Delivery, Holder, Issued } from './people';
import { recoverLogin, renewFirstPassword } from './people';

type Login = NonNullable<Holder['login']>;

interface Props {
  holder: Holder;
  login: Login;
  onIssued: (issued: Issued) => Promise<void>;
  onChange: () => Promise<void>;
}

const tones: Record<Login['state'], 'good' | 'busy' | 'mend' | 'bad' | ''> = {
  'first-password': 'busy',
  'first-password-expired': 'mend',
  active: 'good',
  disabled: 'bad',
  revoked: '',
};

/** How far somebody’s login has come; letting him in anew is for who issues it, shutting it for the security administrator. */
export function LoginOfPerson({ holder, login, onIssued, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation('people');
  const me = useMe();
  const { personId, recoverable } = holder;
  const { state, firstPasswordExpiresAt, lastUsedAt, hasSecondFactor } = login;
  return (
    <section className="card" aria-labelledby="login">
      <h2 id="login">
        {t('loginAndPassword')} <span className={`tag ${tones[state]}`}>{t(`states.${state}`)}</span>
      </h2>
      <dl className="facts">
        <div>
          <dt>{t('login')}</dt>
          <dd>
            <code>{login.login}</code>
          </dd>
        </div>
        <div>
          <dt>{t('lastUsed')}</dt>
          <dd>{lastUsedAt === null ? t('never') : instantOf(lastUsedAt)}</dd>
        </div>
        <div>
          <dt>{t('secondFactor')}</dt>
          <dd>{t(hasSecondFactor ? 'enrolled' : 'notEnrolled')}</dd>
        </div>
        {firstPasswordExpiresAt !== null && (
          <div>
            <dt>{t('issued.until')}</dt>
            <dd>{instantOf(firstPasswordExpiresAt)}</dd>
          </div>
        )}
      </dl>
      <div className="acts">
        {recoverable && <LettingIn personId={personId} state={state} onIssued={onIssued} />}
        {recoverable && hasSecondFactor && state !== 'disabled' && <ResetFactor personId={personId} onChange={onChange} />}
        {may(me, 'credential.secure') && <Custody personId={personId} state={state} onChange={onChange} />}
      </div>
    </section>
  );
}

type Part = Pick<Holder, 'personId'> & Pick<Props, 'onChange'>;

/** Another first password: without a reason for who never changed the first, with one for who has lost his own. */
function LettingIn({
  personId,
  state,
  onIssued,
}: Pick<Holder, 'personId'> & Pick<Login, 'state'> & Pick<Props, 'onIssued'>): React.JSX.Element | null {
  const { t } = useTranslation('people');
  const [delivery, setDelivery] = useState<Delivery>('slip');
  const field = <DeliveryField delivery={delivery} choose={setDelivery} />;
  switch (state) {
    case 'first-password':
    case 'first-password-expired':
      return <Renewing personId={personId} delivery={delivery} field={field} onIssued={onIssued} />;
    case 'active':
      return (
        <ActForm
          label={t('recover')}
          hint={t('recoverHint')}
          values={{ delivery }}
          send={(input, key) => recoverLogin(personId, input, key)}
          onDone={onIssued}
        >
          {field}
        </ActForm>
      );
    case 'disabled':
    case 'revoked':
      return null;
  }
}

interface RenewingProps extends Pick<Holder, 'personId'>, Pick<Props, 'onIssued'> {
  delivery: Delivery;
  field: React.JSX.Element;
}

function Renewing({ personId, delivery, field, onIssued }: RenewingProps): React.JSX.Element {
  const { t } = useTranslation(['people', 'shell']);
  const [isOpen, setOpen] = useState(false);
  const renewing = useAct(
    (how: Delivery, key) => renewFirstPassword(personId, how, key),
    async (issued) => {
      setOpen(false);
      await onIssued(issued);
    },
  );
  if (!isOpen) {
    return (
      <button type="button" className="plain-button quiet" onClick={() => setOpen(true)}>
        {t('people:renew')}
      </button>
    );
  }
  return (
    <form
      className="plain-form act-form"
      aria-label={t('people:renew')}
      onSubmit={(event) => (event.preventDefault(), renewing.send(delivery))}
    >
      <h3>{t('people:renew')}</h3>
      {field}
      {renewing.error !== null && <Refusal error={renewing.error} labels={{ delivery: t('people:delivery.title') }} />}
      <div className="acts">
        <button type="submit" className="plain-button" disabled={renewing.isPending}>
          {t('shell:confirm')}
        </button>
        <button type="button" className="plain-button quiet" onClick={() => setOpen(false)}>
          {t('shell:cancel')}
        </button>
      </div>
    </form>
  );
}

function ResetFactor({ personId, onChange }: Part): React.JSX.Element {
  const { t } = useTranslation('people');
  const resetting = useAct((_: void, key) => answerOf(api.POST('/second-factor/resets', { ...keyed(key), body: { personId } })), onChange);
  return (
    <>
      <button type="button" className="plain-button quiet" disabled={resetting.isPending} onClick={() => resetting.send()}>
        {t('resetFactor')}
      </button>
      {resetting.error !== null && <Refusal error={resetting.error} />}
    </>
  );
}

/** What the security administrator does, each with a reason. */
function Custody({ personId, state, onChange }: Part & Pick<Login, 'state'>): React.JSX.Element {
  const { t } = useTranslation('people');
  const how = (reason: string, key: string) => ({ ...keyed(key), params: { path: { id: personId } }, body: { reason } });
  return state === 'disabled' ? (
    <ActForm
      label={t('enable')}
      send={({ reason }, key) => answerOf(api.POST('/people/{id}/credential/enable', how(reason, key)))}
      onDone={onChange}
    />
  ) : (
    <>
      <ActForm
        label={t('disable')}
        hint={t('disableHint')}
        send={({ reason }, key) => answerOf(api.POST('/people/{id}/credential/disable', how(reason, key)))}
        onDone={onChange}
      />
      <ActForm
        label={t('unlock')}
        hint={t('unlockHint')}
        send={({ reason }, key) => answerOf(api.POST('/people/{id}/credential/unlock', how(reason, key)))}
        onDone={onChange}
      />
    </>
  );
}
