import { useTranslation } from '../messages/use-translation';
import { ProblemError } from '../api/problem';
import { useProblemWords } from '../messages/use-problem-words';

/** What went wrong, in words of the catalogue; of the unforeseen also the number under which operations find it. */
export function Trouble({ error, retry }: { error: unknown; retry?: () => void }): React.JSX.Element {
  const { t } = useTranslation('shell');
  const words = useProblemWords();
  const traceId = error instanceof ProblemError && error.problem.status >= 500 ? error.problem.traceId : '';
  return (
    <div className="trouble" role="alert">
      {words(error)}
      {traceId !== '' && <div className="hint">{t('traceId', { id: traceId })}</div>}
      {retry !== undefined && (
        <div>
          <button type="button" className="plain-button quiet" onClick={retry}>
            {t('retry')}
          </button>
        </div>
      )}
    </div>
  );
}
