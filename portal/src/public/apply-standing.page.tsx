import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { civilDay, instantOf } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import type { Kind, Shown } from './applying';
import { standingOf, withdraw } from './applying';
import { PublicPage } from './public-page';

/** Where one’s application stands, for who has its number and its secret. */
export function ApplyStandingPage(): React.JSX.Element {
  const { t } = useTranslation('applying');
  const [by, setBy] = useState<Shown>({ kind: 'credential', id: '', secret: '' });
  const [standing, setStanding] = useState<Schemas['ApplicantViewDto'] | null>(null);
  const asking = useAct(standingOf, setStanding);
  const withdrawing = useAct(withdraw, () => asking.send(by));
  const set = (part: Partial<Shown>): void => (setStanding(null), setBy({ ...by, ...part }));
  return (
    <PublicPage title={t('standing.title')} lead={t('standing.lead')}>
      <form className="card plain-form" onSubmit={(event) => (event.preventDefault(), asking.send(by))}>
        <fieldset className="choices">
          <legend>{t('standing.kind')}</legend>
          {(['credential', 'organiser'] satisfies Kind[]).map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" checked={by.kind === kind} onChange={() => set({ kind })} />
              {t(`standing.kinds.${kind}`)}
            </label>
          ))}
        </fieldset>
        <label>
          {t('standing.id')}
          <input required autoComplete="off" value={by.id} onChange={({ target }) => set({ id: target.value })} />
        </label>
        <label>
          {t('standing.secret')}
          <input
            required
            autoComplete="off"
            autoCapitalize="none"
            value={by.secret}
            onChange={({ target }) => set({ secret: target.value })}
          />
        </label>
        {asking.error !== null && <Trouble error={asking.error} />}
        <div>
          <button type="submit" className="plain-button" disabled={asking.isPending}>
            {t('standing.ask')}
          </button>
        </div>
      </form>
      <div role="status">
        {standing !== null && (
          <section className="card plain-form">
            <h2>{t(`standing.states.${standing.state}`)}</h2>
            <dl className="facts-list">
              <dt>{t('standing.receivedAt')}</dt>
              <dd>{instantOf(standing.receivedAt)}</dd>
              {standing.dueOn !== null && (
                <>
                  <dt>{t('standing.dueOn')}</dt>
                  <dd>{civilDay(standing.dueOn)}</dd>
                </>
              )}
              {standing.reason !== null && (
                <>
                  <dt>{t('standing.reason')}</dt>
                  <dd className="as-written">{standing.reason}</dd>
                </>
              )}
            </dl>
            {(standing.state === 'applied' || standing.state === 'issued-expired' || standing.state === 'received') && (
              <div>
                <button type="button" className="plain-button quiet" disabled={withdrawing.isPending} onClick={() => withdrawing.send(by)}>
                  {t('standing.withdraw')}
                </button>
              </div>
            )}
            {withdrawing.error !== null && <Trouble error={withdrawing.error} />}
          </section>
        )}
      </div>
    </PublicPage>
  );
}
