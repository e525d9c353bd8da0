import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { instantOf } from '../shared/dates';
import { ProblemError } from '../api/problem';
import { useAct } from '../api/use-act';
import { Trouble } from '../shared/trouble';
import { PasswordField } from './password-field';
import type { Me } from './session';
import { signIn } from './session';

export function LoginStep({ onDone }: { onDone: (me: Me, password: string) => void }): React.JSX.Element {
  const { t } = useTranslation('account');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const signingIn = useAct(
    () => signIn(login.trim(), password),
    (me) => onDone(me, password),
  );
  return (
    <form
      className="plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        signingIn.send();
      }}
    >
      <label>
        {t('login')}
        <input
          value={login}
          onChange={(event) => setLogin(event.target.value)}
          autoComplete="username"
          autoCapitalize="none"
          required
          autoFocus
        />
      </label>
      <PasswordField label={t('password')} value={password} onChange={setPassword} autoComplete="current-password" />
      {signingIn.error !== null && <SignInTrouble error={signingIn.error} />}
      <button type="submit" className="plain-button" disabled={signingIn.isPending}>
        {t(signingIn.isPending ? 'signingIn' : 'signIn')}
      </button>
      <p className="hint">
        {t('whereFrom')} <Link to="/apply">{t('apply')}</Link>
      </p>
    </form>
  );
}

/** A lock says when it opens. */
function SignInTrouble({ error }: { error: unknown }): React.JSX.Element {
  const { t } = useTranslation('account');
  const until = error instanceof ProblemError ? error.detail<string>('until') : undefined;
  return (
    <>
      <Trouble error={error} />
      {until !== undefined && <p className="hint">{t('until', { at: instantOf(until) })}</p>}
    </>
  );
}
