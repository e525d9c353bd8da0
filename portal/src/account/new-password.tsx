import { useId, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { ProblemError } from '../api/problem';
import { useAct } from '../api/use-act';
import type { account } from '../messages/zh/account';
import { Trouble } from '../shared/trouble';
import { PasswordField } from './password-field';

type Fault = keyof typeof account.faults;

/** Chooses a password, twice the same; what the rules say against it is named one by one. */
export function NewPassword({
  shortest,
  label,
  set,
}: {
  shortest: string;
  label: string;
  set: (next: string) => Promise<void>;
}): React.JSX.Element {
  const { t } = useTranslation('account');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [differs, setDiffers] = useState(false);
  const rules = useId();
  const setting = useAct(() => set(next));
  return (
    <form
      className="plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        setDiffers(next !== repeated);
        if (next === repeated) {
          setting.send();
        }
      }}
    >
      <input type="text" autoComplete="username" hidden readOnly value="" />
      <PasswordField
        label={t('next')}
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        describedBy={rules}
        invalid={setting.error !== null}
      />
      <p className="hint" id={rules}>
        {t('rules', { shortest })}
      </p>
      <PasswordField label={t('repeat')} value={repeated} onChange={setRepeated} autoComplete="new-password" invalid={differs} />
      {differs && (
        <p className="trouble" role="alert">
          {t('differs')}
        </p>
      )}
      {setting.error !== null && <Refusal error={setting.error} />}
      <button type="submit" className="plain-button" disabled={setting.isPending}>
        {label}
      </button>
    </form>
  );
}

function Refusal({ error }: { error: unknown }): React.JSX.Element {
  const { t } = useTranslation('account');
  const faults = error instanceof ProblemError ? (error.detail<Fault[]>('faults') ?? []) : [];
  return (
    <>
      <Trouble error={error} />
      {faults.length > 0 && (
        <ul className="hint">
          {faults.map((fault) => (
            <li key={fault}>{t(`faults.${fault}`)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
