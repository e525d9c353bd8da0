import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { instantOf } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import { endOtherSessions, endSession } from './settings';

/** Where one is signed in, and the way to end it there. */
export function Sessions({ sessions, onChange }: { sessions: Schemas['SessionDto'][]; onChange: () => Promise<void> }): React.JSX.Element {
  const { t } = useTranslation('settings');
  const ending = useAct((id: string) => endSession(id), onChange);
  const endingOthers = useAct(endOtherSessions, onChange);
  const error = ending.error ?? endingOthers.error;
  return (
    <section className="card" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      <p className="hint">{t('sessions.how')}</p>
      <ul className="account-list">
        {sessions.map(({ id, client, maskedAddress, createdAt, lastSeenAt, current }) => (
          <li key={id}>
            <span>
              {client ?? t('sessions.unknown')}
              <span className="hint">
                {[maskedAddress, t('sessions.since', { at: instantOf(createdAt) }), t('sessions.seen', { at: instantOf(lastSeenAt) })]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </span>
            {current ? (
              <strong className="here">{t('sessions.here')}</strong>
            ) : (
              <button type="button" className="plain-button quiet" disabled={ending.isPending} onClick={() => ending.send(id)}>
                {t('sessions.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {error !== null && <Trouble error={error} />}
      {sessions.length > 1 && (
        <div>
          <button type="button" className="plain-button quiet" disabled={endingOthers.isPending} onClick={() => endingOthers.send()}>
            {t('sessions.endOthers')}
          </button>
        </div>
      )}
    </section>
  );
}
