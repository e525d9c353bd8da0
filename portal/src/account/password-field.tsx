import { useId, useState } from 'react';
import { useTranslation } from '../messages/use-translation';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  invalid?: boolean;
  describedBy?: string;
}

/** A password that can be looked at: long ones are mistyped, and the one who types may well be alone. */
export function PasswordField({ label, value, onChange, autoComplete, invalid = false, describedBy }: Props): React.JSX.Element {
  const { t } = useTranslation('account');
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <div className="password-field">
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id}
          type={isShown ? 'text' : 'password'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete={autoComplete}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          required
        />
        <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {t(isShown ? 'hidePassword' : 'showPassword')}
        </button>
      </div>
    </div>
  );
}
