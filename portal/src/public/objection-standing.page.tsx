import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { instantOf } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import { PublicPage } from './public-page';

type Standing = Schemas['ObjectionStandingDto'];

const standingOf = ({ receipt, secret }: { receipt: string; secret: string }): Promise<Standing> =>
  answerOf(
    api.GET('/objections/{receipt}/standing', {
      params: { path: { receipt: receipt.trim().toUpperCase() }, header: { 'objection-secret': secret.trim() } },
    }),
  );

/** Where one’s objection stands, for who has its receipt and its secret. */
export function ObjectionStandingPage(): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const [receipt, setReceipt] = useState('');
  const [secret, setSecret] = useState('');
  const [standing, setStanding] = useState<Standing | null>(null);
  const asking = useAct(standingOf, setStanding);
  return (
    <PublicPage title={t('standing.title')} lead={t('standing.lead')}>
      <form
        className="card plain-form"
        onSubmit={(event) => {
          event.preventDefault();
          setStanding(null);
          asking.send({ receipt, secret });
        }}
      >
        <label>
          {t('standing.receipt')}
          <input
            value={receipt}
            onChange={({ target }) => setReceipt(target.value)}
            placeholder="O2026-000001"
            autoComplete="off"
            required
          />
        </label>
        <label>
          {t('standing.secret')}
          <input value={secret} onChange={({ target }) => setSecret(target.value)} autoComplete="off" autoCapitalize="none" required />
        </label>
        {asking.error !== null && <Trouble error={asking.error} />}
        <div>
          <button type="submit" className="plain-button" disabled={asking.isPending}>
            {t('standing.ask')}
          </button>
        </div>
      </form>
      <div role="status">{standing !== null && <Shown standing={standing} />}</div>
    </PublicPage>
  );
}

function Shown({ standing: { state, flaw, receivedAt, acceptedAt, closedAt, reason, serial } }: { standing: Standing }): React.JSX.Element {
  const { t } = useTranslation('visitors');
  return (
    <section className="card">
      <h2>{t(`standing.states.${state}`)}</h2>
      {flaw !== null && <p>{t(`objection.flaws.${flaw}`)}</p>}
      <dl className="facts-list">
        <dt>{t('standing.serial')}</dt>
        <dd>{serial}</dd>
        <dt>{t('standing.receivedAt')}</dt>
        <dd>{instantOf(receivedAt)}</dd>
        {acceptedAt !== null && (
          <>
            <dt>{t('standing.acceptedAt')}</dt>
            <dd>{instantOf(acceptedAt)}</dd>
          </>
        )}
        {closedAt !== null && (
          <>
            <dt>{t('standing.closedAt')}</dt>
            <dd>{instantOf(closedAt)}</dd>
          </>
        )}
        {reason !== null && (
          <>
            <dt>{t('standing.reason')}</dt>
            <dd className="as-written">{reason}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
