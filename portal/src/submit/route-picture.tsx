import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { dayOf, lastDayOf } from '../shared/dates';
import { useOffices } from './offices';

type Leg = Schemas['LegProgress'];

/** The route as it was fixed at submit: each desk with what it decided and when, the present one with its day and its office's telephone. */
export function RoutePicture({ page }: { page: Schemas['SubmissionPage'] }): React.JSX.Element {
  const { t } = useTranslation(['submit', 'journey']);
  const offices = useOffices(page.legs.map(({ organisationId }) => organisationId));
  const { progress } = page;
  const legs = [...page.legs].sort((one, other) => one.position - other.position);
  return (
    <ol className="route">
      {legs.map((leg) => {
        const standing = standingOf(leg, progress);
        const office = offices.get(leg.organisationId);
        return (
          <li key={leg.kind} className={standing} {...(standing === 'here' ? { 'aria-current': 'step' as const } : {})}>
            <span className="route-mark" aria-hidden="true" />
            <div>
              <strong>{t(`journey:stages.${leg.kind}`)}</strong>
              {office !== undefined && <p>{office.name}</p>}
              <p className="hint">
                {leg.decision !== null && leg.decidedAt !== null
                  ? `${t(`journey:acts.${leg.decision}`)} · ${dayOf(leg.decidedAt)}`
                  : t(`submit:standings.${standing}`)}
              </p>
              {standing === 'here' && progress.dueAt !== null && (
                <p className="hint">
                  {t('submit:by', { day: lastDayOf(progress.dueAt) })}
                  {progress.dueProvisional && `（${t('journey:provisional')}）`}
                </p>
              )}
              {standing !== 'passed' && office?.contactPhone && (
                <p className="hint">
                  {t('submit:telephone')} <a href={`tel:${office.contactPhone}`}>{office.contactPhone}</a>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

type Standing = 'passed' | 'here' | 'ahead';

const standingOf = ({ kind, decision }: Leg, { state, stage }: Schemas['ProgressDto']): Standing => {
  if ((state === 'in-review' || state === 'registered' || state === 'suspected') && stage === kind) {
    return 'here';
  }
  return decision === null || decision === 'return' ? 'ahead' : 'passed';
};
