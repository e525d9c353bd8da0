import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { instantOf } from '../shared/dates';

const steps = [
  ['read', 'readAt'],
  ['signed', 'signedAt'],
  ['forwarded', 'forwardedAt'],
  ['answered', 'answeredAt'],
] as const;

/** How far a letter has come with one’s own organisation, and when. */
export function Standing({ own }: { own: Schemas['CopyProgressDto'] }): React.JSX.Element {
  const { t } = useTranslation('notice');
  return (
    <ol className="standing-steps">
      {steps.map(([step, at]) => {
        const when = own[at];
        return (
          <li key={step} className={when === null ? '' : 'done'}>
            <strong>{t(`steps.${step}`)}</strong>
            <span className="hint">{when === null ? t('notYet') : instantOf(when)}</span>
          </li>
        );
      })}
    </ol>
  );
}
