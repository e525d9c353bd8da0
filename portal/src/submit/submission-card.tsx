import { isOver } from '@dengke/contract';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { DueDay } from '../shared/due-day';
import { StateTag } from '../shared/state-tag';

/** One achievement in a list: its name, where it stands, who has it and by when, and what is expected of its unit. */
export function SubmissionCard({ line }: { line: Schemas['SubmissionLine'] }): React.JSX.Element {
  const { t } = useTranslation(['submit', 'journey']);
  return (
    <li className="card">
      <h3>
        <Link to="/submissions/$serial" params={{ serial: line.serial }}>
          {line.name ?? t('submit:unnamed')}
        </Link>
        <StateTag state={line.state} />
      </h3>
      <p>{expectedOf(line, t)}</p>
      <p className="hint">
        {t('journey:serial')} {line.serial} · {t(`journey:categories.${line.category}`)} · {t(`journey:modes.${line.mode}`)}
        {line.registrationNumber !== null && ` · ${t('journey:number')} ${line.registrationNumber}`}
      </p>
      {line.dueAt !== null && !isOver(line.state) && <DueDay at={line.dueAt} provisional={line.dueProvisional} />}
    </li>
  );
}

/** What is expected of its unit. */
export function expectedOf({ state, stage }: Schemas['SubmissionLine'], t: TFunction<['submit', 'journey']>): string {
  if (isOver(state)) {
    return t('submit:expected.over');
  }
  if (state === 'in-review' && stage === 'unit') {
    return t('submit:expected.release');
  }
  if (state === 'in-review') {
    return t('submit:expected.waiting', { desk: stage === null ? '' : t(`journey:stages.${stage}`) });
  }
  return state === 'returned' || state === 'in-publicity' || state === 'suspected' || state === 'registered'
    ? t(`submit:expected.${state}`)
    : t('submit:expected.over');
}
