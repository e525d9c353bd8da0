import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useAct } from '../api/use-act';
import { Trouble } from '../shared/trouble';
import type { Me } from './session';
import { hasPasskeys, showPasskey } from './passkeys';
import { showSecondFactor } from './session';

/** Six digits of the app, or a recovery code; or a passkey, where one has one. */
export function SecondFactorStep({ factors, onDone }: { factors: Me['secondFactors']; onDone: (me: Me) => void }): React.JSX.Element {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const showing = useAct(() => showSecondFactor(code.replaceAll(' ', '')), onDone);
  const unlocking = useAct(showPasskey, (me) => (me === undefined ? undefined : onDone(me)));
  return (
    <form
      className="plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        showing.send();
      }}
    >
      <label>
        {t('code')}
        <input
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="one-time-code"
          inputMode="text"
          maxLength={40}
          required
          autoFocus
          aria-describedby="code-hint"
        />
      </label>
      <p className="hint" id="code-hint">
        {t('codeHint')}
      </p>
      {showing.error !== null && <Trouble error={showing.error} />}
      <button type="submit" className="plain-button" disabled={showing.isPending}>
        {t('verify')}
      </button>
      {factors.includes('passkey') && hasPasskeys() && (
        <button type="button" className="plain-button quiet" disabled={unlocking.isPending} onClick={() => unlocking.send()}>
          {t('passkey')}
        </button>
      )}
      {unlocking.error !== null && <Trouble error={unlocking.error} />}
    </form>
  );
}
