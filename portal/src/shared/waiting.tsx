import { useTranslation } from '../messages/use-translation';
import './waiting.css';

/** The place of what is still loading, of about its size, so that nothing jumps. */
export function Waiting({ lines = 4 }: { lines?: number }): React.JSX.Element {
  const { t } = useTranslation('shell');
  return (
    <div className="waiting" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
