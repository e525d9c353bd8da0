import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { useWindowTitle } from '../shared/window-title';
import { isBesidePortal } from '../shared/within-portal';
import { session } from './session';
import { SignInSteps } from './sign-in-steps';

/** The page of who is not signed in yet, or not all the way; then on to where he wanted to go. */
export function SignInPage(): React.JSX.Element {
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const { t } = useTranslation('account');
  useWindowTitle(t('signIn'));
  return (
    <div className="sign-in-page">
      <div className="card">
        <SignInSteps
          begun={session.current() ?? null}
          onDone={(me) => {
            session.is(me);
            if (isBesidePortal(to)) {
              window.location.assign(to);
            } else {
              void navigate({ to });
            }
          }}
        />
      </div>
    </div>
  );
}
