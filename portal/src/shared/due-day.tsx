import { useTranslation } from '../messages/use-translation';
import { lastDayOf } from './dates';

/** By when, and whether that day may still move. */
export function DueDay({ at, provisional }: { at: string; provisional: boolean }): React.JSX.Element {
  const { t } = useTranslation('journey');
  return (
    <p className="hint">
      {t('due')} <time dateTime={at}>{lastDayOf(at)}</time>
      {provisional && <span title={t('provisionalWhy')}>（{t('provisional')}）</span>}
    </p>
  );
}
