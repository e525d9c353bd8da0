import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';

interface Props {
  application: Schemas['CredentialApplicationPageDto'];
  /** Somebody known who is the applicant. */
  chosen: string | null;
  choose: ((personId: string | null) => void) | null;
}

/** Whom and what the application may double. */
export function Similar({ application, chosen, choose }: Props): React.JSX.Element {
  const { t } = useTranslation('applications');
  const { units, people, applications } = application.similar;
  return (
    <section className="card" aria-labelledby="similar">
      <h2 id="similar">{t('similar')}</h2>
      {units.length + people.length + applications.length === 0 && <p>{t('nothingSimilar')}</p>}
      {units.length > 0 && (
        <div>
          <h3>{t('similarUnits')}</h3>
          <ul className="line-list">
            {units.map(({ id, name, uscc }) => (
              <li key={id}>
                <span>
                  {name}
                  <span className="hint">{uscc}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {people.length > 0 && (
        <div>
          <h3>{t('similarPeople')}</h3>
          <ul className="line-list">
            {people.map(({ personId, name, mobile, hasLogin }) => (
              <li key={personId}>
                <span>
                  {name}
                  <span className="hint">{[mobile, t(hasLogin ? 'hasLogin' : 'noLogin')].filter((one) => one !== null).join(' · ')}</span>
                </span>
                {choose !== null && (
                  <button
                    type="button"
                    className="plain-button quiet"
                    aria-pressed={chosen === personId}
                    onClick={() => choose(chosen === personId ? null : personId)}
                  >
                    {t(chosen === personId ? 'notThisOne' : 'thisOne')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {applications.length > 0 && <p>{t('similarApplications', { count: applications.length })}</p>}
    </section>
  );
}
