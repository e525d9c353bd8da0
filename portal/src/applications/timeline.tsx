import type { CredentialApplicationAct, OrganiserApplicationAct } from '@dengke/contract';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { instantOf } from '../shared/dates';

type ApplicationAct = CredentialApplicationAct | OrganiserApplicationAct;

/** What happened to an application: of the applicant, the desk, and time. */
export function ApplicationTimeline({ timeline }: { timeline: readonly Schemas['ApplicationActDto'][] }): React.JSX.Element {
  const { t } = useTranslation('applications');
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline')}</h2>
      <ol className="line-list">
        {timeline.map(({ number, act, at, reason }) => (
          <li key={number}>
            <span>
              {t(`acts.${act as ApplicationAct}`)}
              {reason !== null && <span className="hint">{reason}</span>}
            </span>
            <span className="hint">{instantOf(at)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
