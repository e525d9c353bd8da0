import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../messages/use-translation';
import { SessionGate } from '../account/session-gate';
import { session, useSignedIn } from '../account/session';
import { ConnectionNotice } from './connection-notice';
import { Header } from './header';
import { keepFocus } from './keep-focus';
import { LazyMenu } from './lazy-menu';
import { PublicNavigation } from './public-navigation';
import { TrainingMark } from './training-mark';
import './shell.css';

/** What stands around every page: skip link, header, menu of what one may do, the page, and what can come over it. */
export function Shell(): React.JSX.Element {
  const { t } = useTranslation('shell');
  const me = useSignedIn();
  const main = useFocusOnNewPage();
  useEffect(() => {
    if (session.mayBe()) {
      void session.ensure().catch(() => null);
    }
  }, []);
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <TrainingMark />
      <Header me={me} />
      {me === null && <PublicNavigation />}
      <ConnectionNotice />
      <div className={me !== null ? 'shell with-menu' : 'shell'}>
        {me !== null && <LazyMenu me={me} />}
        <main id="main" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <SessionGate />
    </>
  );
}

/** Whoever hears the page is told that it is another one; the first page is left to the browser. On one page the focus stays where it was. */
function useFocusOnNewPage(): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const last = useRef(path);
  useEffect(() => (main.current === null ? undefined : keepFocus(main.current)), []);
  useEffect(() => {
    if (last.current !== path) {
      last.current = path;
      main.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }, [path]);
  return main;
}
