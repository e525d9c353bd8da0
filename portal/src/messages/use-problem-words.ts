import { useEffect, useState } from 'react';
import { useTranslation } from './use-translation';
import { hasCode, ProblemError } from '../api/problem';
import { needMessages } from './messages';

/** The sentence for what went wrong, in the reader's language. Where nothing was reachable, it is one that is there already. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useTranslation(['problems', 'shell']);
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    void needMessages(['problems']).then(
      () => setLoaded(true),
      () => undefined,
    );
  }, []);
  return (error) => {
    if (hasCode(error, 'UNREACHABLE')) {
      return t('shell:unreachable');
    }
    return isLoaded ? t(`problems:${error instanceof ProblemError ? error.code : 'UNEXPECTED'}`) : '';
  };
}
