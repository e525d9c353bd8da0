import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { civilDay } from '../shared/dates';
import { deadlinesQuery } from './submissions';

/** The day that counts now, and how it was counted. */
export function Deadlines({ serial }: { serial: string }): React.JSX.Element | null {
  const { t } = useTranslation(['submit', 'journey']);
  const { data } = useQuery(deadlinesQuery(serial));
  const open = (data ?? []).filter(({ state }) => state === 'open' || state === 'paused');
  if (open.length === 0) {
    return null;
  }
  return (
    <section className="card" aria-labelledby="title-deadlines">
      <h2 id="title-deadlines">{t('submit:deadlines')}</h2>
      {open.map((deadline) => (
        <details key={deadline.id} className="deadline">
          <summary>
            {t(`submit:about.${deadline.about}`)}：<strong>{civilDay(deadline.binding.on)}</strong>
            {deadline.state === 'paused' && `（${t('submit:paused')}）`}
            {deadline.provisional && `（${t('journey:provisional')}）`}
          </summary>
          <Explanation deadline={deadline} />
        </details>
      ))}
    </section>
  );
}

function Explanation({ deadline }: { deadline: Schemas['ExplainedDeadline'] }): React.JSX.Element {
  const { t } = useTranslation(['submit', 'journey']);
  const { rule, startOn, skipped, madeUp, binding, provisional, coveredTo } = deadline;
  return (
    <ul className="hint">
      <li>{t('submit:rule', { value: rule.value, unit: t(`submit:units.${rule.unit}`), source: rule.source })}</li>
      <li>{t('submit:startOn', { day: civilDay(startOn) })}</li>
      {skipped.length > 0 && (
        <li>
          {t('submit:skipped', { count: skipped.length })}
          {skipped.map(({ date, name, reason }) => `${civilDay(date)}（${name ?? t(`submit:reasons.${reason}`)}）`).join('、')}
        </li>
      )}
      {madeUp.length > 0 && <li>{t('submit:madeUp', { days: madeUp.map(civilDay).join('、') })}</li>}
      {binding.because === 'cut-off' && <li>{t('submit:cutOff')}</li>}
      {provisional && <li>{t('submit:coveredTo', { day: civilDay(coveredTo) })}</li>}
    </ul>
  );
}
