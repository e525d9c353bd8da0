import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { useWindowTitle } from '../shared/window-title';

export function NotFound(): React.JSX.Element {
  const { t } = useTranslation('shell');
  useWindowTitle(t('notFound'));
  return (
    <div className="welcome">
      <h1>{t('notFound')}</h1>
      <p>{t('notFoundHint')}</p>
      <p>
        <Link to="/">{t('toHome')}</Link>
      </p>
    </div>
  );
}
