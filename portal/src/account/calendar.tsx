import { useTranslation } from '../messages/use-translation';
import { useAct } from '../api/use-act';
import { Trouble } from '../shared/trouble';
import { closeCalendar, newCalendar } from './settings';

/** One's own deadlines in one's calendar program, by an address that opens for whoever has it. */
export function Calendar({ address, onChange }: { address: string | null; onChange: () => Promise<void> }): React.JSX.Element {
  const { t } = useTranslation('settings');
  const renewing = useAct(newCalendar, onChange);
  const closing = useAct(closeCalendar, onChange);
  const error = renewing.error ?? closing.error;
  return (
    <section className="card" aria-labelledby="calendar">
      <h2 id="calendar">{t('calendar.title')}</h2>
      <p className="hint">{t('calendar.how')}</p>
      {address !== null && (
        <label className="calendar-address">
          {t('calendar.address')}
          <input readOnly value={address} onFocus={({ target }) => target.select()} />
        </label>
      )}
      {error !== null && <Trouble error={error} />}
      <div className="account-acts">
        <button type="button" className="plain-button quiet" disabled={renewing.isPending} onClick={() => renewing.send()}>
          {t(address === null ? 'calendar.open' : 'calendar.renew')}
        </button>
        {address !== null && (
          <button type="button" className="plain-button quiet" disabled={closing.isPending} onClick={() => closing.send()}>
            {t('calendar.close')}
          </button>
        )}
      </div>
    </section>
  );
}
