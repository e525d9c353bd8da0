import { useTranslation } from '../messages/use-translation';
import { IssuedLogin } from '../people/issued-login';
import type { ImportOutcome } from './importing';

/** What an import leaves to be handed over: it is shown this once. */
export function ImportedPeople({ outcome: { issued } }: { outcome: ImportOutcome }): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'people']);
  const [first] = issued;
  if (first !== undefined && 'slip' in first) {
    return <IssuedLogin issued={first} onDone={null} />;
  }
  const logins = issued.flatMap((one) => ('slip' in one ? [] : [one]));
  return (
    <div role="status">
      <p className="well">{t('organisations:imports.done')}</p>
      {logins.length > 0 && (
        <>
          <p>{t('people:issued.once')}</p>
          <ul className="line-list">
            {logins.map(({ login, firstPassword }) => (
              <li key={login}>
                <code>{login}</code>
                <code>{firstPassword ?? t('organisations:imports.mailed')}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
