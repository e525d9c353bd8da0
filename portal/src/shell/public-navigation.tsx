import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { publicEntries } from './public-entries';

/** The pages for everybody, on top of each of them as long as nobody is signed in. */
export function PublicNavigation(): React.JSX.Element {
  const { t } = useTranslation('shell');
  return (
    <nav className="public-navigation" aria-label={t('everybody')}>
      <ul>
        {publicEntries.map(({ to, words }) => (
          <li key={words}>
            <Link to={to} activeProps={{ 'aria-current': 'page' }}>
              {t(`pages.${words}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
