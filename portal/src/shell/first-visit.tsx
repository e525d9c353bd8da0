import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { beginnerAt, stepsOf } from './first-steps';
import { navigationOf } from './navigation';
import './first-visit.css';

/** On one's first page, until it is put away: what to do first at this position. Kept in the browser for the person and the role. */
export function FirstVisit(): React.JSX.Element | null {
  const { t } = useTranslation('beginning');
  const me = useMe();
  const beginner = beginnerAt(me.position);
  const place = `dengke-first-visit-${me.person.id}-${beginner}`;
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isFirstPage = path === navigationOf(me)[0]?.to;
  const [isAway, setAway] = useState(() => localStorage.getItem(place) !== null);
  if (!isFirstPage || isAway) {
    return null;
  }
  const putAway = (): void => {
    localStorage.setItem(place, 'seen');
    setAway(true);
    document.getElementById('main')?.focus();
  };
  return (
    <section className="card first-visit" aria-labelledby="first-visit">
      <h2 id="first-visit">{t('title')}</h2>
      <ol>
        {stepsOf(beginner).map(({ words, to }, index) => (
          <li key={words}>
            {t(`steps.${beginner}.${words}` as 'steps.completer.one')}{' '}
            <Link to={to} aria-label={t('goTo', { number: index + 1 })}>
              {t('go')}
            </Link>
          </li>
        ))}
      </ol>
      <button type="button" className="plain-button quiet" onClick={putAway}>
        {t('putAway')}
      </button>
    </section>
  );
}
