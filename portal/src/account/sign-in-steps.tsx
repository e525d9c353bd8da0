import { useRef, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { EnrolStep } from './enrol-step';
import { LoginStep } from './login-step';
import { NewPassword } from './new-password';
import { SecondFactorStep } from './second-factor-step';
import type { Me } from './session';
import { changePassword, whoIsSignedIn } from './session';
import { PasswordField } from './password-field';
import { shortestFor } from './shortest-password';
import './sign-in.css';

/** Signing in with all that comes first, as the session says it (`must`): second factor, first password, binding an app. */
export function SignInSteps({ begun, onDone }: { begun: Me | null; onDone: (me: Me) => void }): React.JSX.Element {
  const { t } = useTranslation('account');
  const [me, setMe] = useState(begun);
  const password = useRef('');
  const goOn = (now: Me): void => (now.must === null ? onDone(now) : setMe(now));
  const lookAgain = async (): Promise<void> => goOn(await whoIsSignedIn());
  switch (me?.must) {
    case 'second-factor':
      return (
        <Step title={t('secondFactor')}>
          <SecondFactorStep factors={me.secondFactors} onDone={goOn} />
        </Step>
      );
    case 'change-password':
      return (
        <Step title={t('changeFirst')}>
          <ChangeStep me={me} typed={password.current} onDone={lookAgain} />
        </Step>
      );
    case 'enrol':
      return (
        <Step title={t('enrol')}>
          <p>{t('enrolMust')}</p>
          <EnrolStep onDone={() => void lookAgain()} />
        </Step>
      );
    case null:
    case undefined:
      return (
        <Step title={t('signIn')}>
          <LoginStep
            onDone={(now, typed) => {
              password.current = typed;
              goOn(now);
            }}
          />
        </Step>
      );
  }
}

function Step({ title, children }: { title: string; children: React.ReactNode }): React.JSX.Element {
  return (
    <>
      <h1 className="step-title">{title}</h1>
      {children}
    </>
  );
}

/** The password just typed need not be typed again; after a reload it must. */
function ChangeStep({ me, typed, onDone }: { me: Me; typed: string; onDone: () => Promise<void> }): React.JSX.Element {
  const { t } = useTranslation('account');
  const [current, setCurrent] = useState(typed);
  const set = async (next: string): Promise<void> => {
    await changePassword(current, next);
    await onDone();
  };
  return (
    <div className="plain-form">
      <p>{t('changeWhy')}</p>
      {typed === '' && <PasswordField label={t('current')} value={current} onChange={setCurrent} autoComplete="current-password" />}
      <NewPassword shortest={shortestFor(me)} label={t('change')} set={set} />
    </div>
  );
}
