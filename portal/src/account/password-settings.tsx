import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { NewPassword } from './new-password';
import { PasswordField } from './password-field';
import { changePassword, useMe } from './session';
import { shortestFor } from './shortest-password';
import './sign-in.css';

/** Changes one's password; one's other sessions end with the old one. */
export function PasswordSettings(): React.JSX.Element {
  const { t } = useTranslation(['settings', 'account']);
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const [current, setCurrent] = useState('');
  const set = async (next: string): Promise<void> => {
    await changePassword(current, next);
    setCurrent('');
    setOpen(false);
    setDone(true);
  };
  return (
    <section className="card" aria-labelledby="password">
      <h2 id="password">{t('settings:password.title')}</h2>
      {isDone && (
        <p className="well" role="status">
          {t('settings:password.done')}
        </p>
      )}
      <div>
        <button type="button" className="plain-button quiet" aria-expanded={isOpen} onClick={() => (setDone(false), setOpen(!isOpen))}>
          {t('account:change')}
        </button>
      </div>
      {isOpen && (
        <div className="plain-form enrolling">
          <PasswordField label={t('account:current')} value={current} onChange={setCurrent} autoComplete="current-password" />
          <NewPassword shortest={shortestFor(me)} label={t('account:change')} set={set} />
        </div>
      )}
    </section>
  );
}
