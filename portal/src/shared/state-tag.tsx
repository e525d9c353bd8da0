import type { SubmissionState } from '@dengke/contract';
import { useTranslation } from '../messages/use-translation';
import './state-tag.css';

const tones: Record<SubmissionState, 'busy' | 'mend' | 'good' | 'over'> = {
  'in-review': 'busy',
  returned: 'mend',
  suspected: 'mend',
  'in-publicity': 'busy',
  registered: 'good',
  reported: 'good',
  rejected: 'over',
  withdrawn: 'over',
  closed: 'over',
  cancelled: 'over',
};

/** The state in words; the colour only repeats them. */
export function StateTag({ state }: { state: SubmissionState }): React.JSX.Element {
  const { t } = useTranslation('journey');
  return <span className={`state-tag ${tones[state]}`}>{t(`states.${state}`)}</span>;
}
