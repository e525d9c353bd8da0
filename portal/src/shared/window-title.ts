import { useEffect } from 'react';
import { useTranslation } from '../messages/use-translation';

/** What the window is called as long as this is shown; what comes after it and has no name of its own does not go by this one. */
export function useWindowTitle(title: string): void {
  const { t } = useTranslation('shell');
  const [name, whole] = [t('name'), t('title')];
  useEffect(() => {
    document.title = `${title} · ${name}`;
    return () => {
      document.title = `${name} · ${whole}`;
    };
  }, [title, name, whole]);
}
