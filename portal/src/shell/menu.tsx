import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { may } from '../account/session';
import type { Me } from '../account/session';
import { useTranslation } from '../messages/use-translation';
import { workflowsPage } from '../shared/within-portal';
import { navigationOf } from './navigation';
import { publicEntries } from './public-entries';

/** The pages one may open: beside the page, and behind a button where there is no room. */
export function Menu({ me }: { me: Me }): React.JSX.Element {
  const { t } = useTranslation(['shell', 'menu']);
  const [isOpen, setOpen] = useState(false);
  const workflows = workflowsPage();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => setOpen(false), [path]);
  return (
    <div className="menu">
      <button type="button" className="menu-button" aria-expanded={isOpen} aria-controls="navigation" onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'closeMenu' : 'menu')}
      </button>
      <nav id="navigation" aria-label={t('navigation')} className={isOpen ? 'open' : ''}>
        <ul>
          {navigationOf(me).map(({ to, words }) => (
            <li key={words}>
              <Link to={to} activeProps={{ 'aria-current': 'page' }}>
                {t(`menu:${words}`)}
              </Link>
            </li>
          ))}
          {workflows !== null && may(me, 'workflow.look') && (
            <li>
              <a href={workflows}>{t('menu:workflows')}</a>
            </li>
          )}
        </ul>
        <p id="for-everybody">{t('everybody')}</p>
        <ul aria-labelledby="for-everybody">
          {publicEntries.map(({ to, words }) => (
            <li key={words}>
              <Link to={to} activeProps={{ 'aria-current': 'page' }}>
                {t(`pages.${words}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
