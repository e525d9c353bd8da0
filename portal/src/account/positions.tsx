import { useTranslation } from '../messages/use-translation';
import { instantOf } from '../shared/dates';
import { useMe } from './session';

/** Where one acts from; another is chosen in the menu of one's name, on every page. */
export function Positions(): React.JSX.Element {
  const { t } = useTranslation(['settings', 'shell']);
  const { person, position, positions } = useMe();
  return (
    <section className="card" aria-labelledby="positions">
      <h2 id="positions">{t('settings:positions.title')}</h2>
      <p>
        {person.name} <span className="hint">{t('settings:positions.how')}</span>
      </p>
      <ul className="account-list">
        {positions.map(({ id, organisationName, role, deputyFor, endsAt }) => (
          <li key={id}>
            <span>
              {organisationName}
              <span className="hint">
                {t(`shell:roles.${role}`)}
                {deputyFor !== null && `（${t('shell:deputyFor')}）`}
                {endsAt !== null && t('settings:positions.until', { at: instantOf(endsAt) })}
              </span>
            </span>
            {id === position.id && <strong className="here">{t('settings:positions.here')}</strong>}
          </li>
        ))}
      </ul>
    </section>
  );
}
