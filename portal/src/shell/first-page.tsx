import { Navigate } from '@tanstack/react-router';
import type { Me } from '../account/session';
import { navigationOf } from './navigation';

/** To the first page of whoever is signed in; everybody may see the account. */
export function FirstPage({ me }: { me: Me }): React.JSX.Element {
  return <Navigate to={navigationOf(me)[0]?.to ?? '/account'} replace />;
}
