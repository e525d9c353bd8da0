import { useTranslation } from '../messages/use-translation';
import './sign-in.css';

/** Codes for when the phone is lost, shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }): React.JSX.Element {
  const { t } = useTranslation('account');
  return (
    <div className="plain-form">
      <h2>{t('recovery')}</h2>
      <p>{t('recoveryWhy')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <button type="button" className="plain-button quiet no-print" onClick={() => window.print()}>
        {t('print')}
      </button>
      <button type="button" className="plain-button no-print" onClick={onDone}>
        {t('kept')}
      </button>
    </div>
  );
}
