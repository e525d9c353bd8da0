import { lazy, Suspense } from 'react';
import type { Me } from '../account/session';
import { needMessages } from '../messages/messages';

/** The menu is for who is signed in: a stranger loads nothing of it. */
const Menu = lazy(async () => {
  const [{ Menu: menu }] = await Promise.all([import('./menu.tsx'), needMessages(['menu'])]);
  return { default: menu };
});

/** Its place is kept meanwhile, so that the page does not jump. */
export function LazyMenu({ me }: { me: Me }): React.JSX.Element {
  return (
    <Suspense fallback={<div className="menu" />}>
      <Menu me={me} />
    </Suspense>
  );
}
