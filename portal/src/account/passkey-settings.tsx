import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { instantOf } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import { addPasskey, hasPasskeys } from './passkeys';
import { givePasskeyUp } from './settings';

interface Props {
  passkeys: Schemas['PasskeyDto'][];
  onCodes: (codes: string[]) => void;
  onChange: () => Promise<void>;
}

/** Keys of one's own devices, each by the name one gave it. */
export function PasskeySettings({ passkeys, onCodes, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation('settings');
  const [name, setName] = useState('');
  const removing = useAct((id: string) => givePasskeyUp(id), onChange);
  const adding = useAct(
    () => addPasskey(name.trim()),
    async (codes) => {
      if (codes !== undefined) {
        setName('');
        await onChange();
      }
      if (codes !== undefined && codes !== null) {
        onCodes(codes);
      }
    },
  );
  const error = adding.error ?? removing.error;
  return (
    <>
      <ul className="account-list">
        {passkeys.map((key) => (
          <li key={key.id}>
            <span>
              {t('factor.passkey', { name: key.name })}
              <span className="hint">{t('factor.since', { at: instantOf(key.addedAt) })}</span>
            </span>
            <button type="button" className="plain-button quiet" disabled={removing.isPending} onClick={() => removing.send(key.id)}>
              {t('factor.removePasskey')}
            </button>
          </li>
        ))}
      </ul>
      {hasPasskeys() && (
        <form className="plain-form account-row" onSubmit={(event) => (event.preventDefault(), adding.send())}>
          <label>
            {t('factor.passkeyName')}
            <input value={name} onChange={({ target }) => setName(target.value)} maxLength={60} required />
          </label>
          <button type="submit" className="plain-button quiet" disabled={adding.isPending}>
            {t('factor.addPasskey')}
          </button>
        </form>
      )}
      {error !== null && <Trouble error={error} />}
    </>
  );
}
