import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';

interface Props {
  outcomes: readonly Pick<Schemas['EachOutcome'], 'serial' | 'outcome' | 'code'>[];
}

/** What became of each of many, in words of the catalogue; needs the part `problems`. */
export function Outcomes({ outcomes }: Props): React.JSX.Element {
  const { t } = useTranslation(['office', 'problems']);
  return (
    <div role="status" className="well">
      <p>{t('office:outcomes', { done: outcomes.filter(({ outcome }) => outcome !== 'refused').length, count: outcomes.length })}</p>
      <ul className="office-list">
        {outcomes.map(({ serial, outcome, code }) => (
          <li key={serial}>
            {serial}：{outcome === 'refused' ? t(`problems:${code ?? 'UNEXPECTED'}`) : t(`office:outcome.${outcome}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
