import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { RegisterAsked } from './asked';
import { registerSearch } from './asked';

const words = ['name', 'unit', 'completer'] as const;

/** Words of the name, the unit, a completer; what was narrowed down stays. */
export function RegisterForm({ asked }: { asked: RegisterAsked }): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const navigate = useNavigate();
  const [typed, setTyped] = useState<RegisterAsked>(asked);
  return (
    <search>
      <form
        className="card search-form"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/register', search: registerSearch({ ...typed }) });
        }}
      >
        {words.map((word) => (
          <label key={word}>
            {t(`register.words.${word}`)}
            <input value={typed[word] ?? ''} onChange={({ target }) => setTyped({ ...typed, [word]: target.value })} maxLength={60} />
          </label>
        ))}
        <button type="submit" className="plain-button">
          {t('register.search')}
        </button>
      </form>
    </search>
  );
}
