import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Asked } from '../api/gate';
import { gate } from '../api/gate';
import { ConnectionNotice } from '../shell/connection-notice';
import { SecondFactorStep } from './second-factor-step';
import type { Me } from './session';
import { choosePosition, session } from './session';
import { SignInSteps } from './sign-in-steps';

/** Over whatever page: signing in again where the session is over, and the second factor where an act wants it anew. */
export function GateDialog({ asked }: { asked: Asked }): React.JSX.Element {
  const { t } = useTranslation(['account', 'shell']);
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it goes, it gives the focus back to where somebody was typing.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const done = async (now: Me): Promise<void> => {
    const before = session.current();
    const me = before === undefined || before === null ? now : await atPositionOf(before, now);
    if (me === null) {
      window.location.reload();
      return;
    }
    session.is(me);
    gate.settle(true);
  };
  const title = asked === 'sign-in' ? t('account:again') : t('account:stepUp');
  return (
    <dialog ref={dialog} aria-label={title} onCancel={(event) => (event.preventDefault(), gate.settle(false))}>
      <ConnectionNotice />
      <p className="hint">{t(asked === 'sign-in' ? 'account:againWhy' : 'account:stepUpWhy')}</p>
      {asked === 'sign-in' ? (
        <SignInSteps begun={null} onDone={(me) => void done(me)} />
      ) : (
        <SecondFactorStep factors={session.current()?.secondFactors ?? []} onDone={(me) => void done(me)} />
      )}
      <button type="button" className="plain-button quiet" onClick={() => gate.settle(false)}>
        {t('shell:cancel')}
      </button>
    </dialog>
  );
}

/** The same person goes on from the same position; for anybody else the page begins anew (null). */
async function atPositionOf(before: Me, now: Me): Promise<Me | null> {
  if (now.person.id !== before.person.id || !now.positions.some(({ id }) => id === before.position.id)) {
    return null;
  }
  return now.position.id === before.position.id ? now : choosePosition(before.position.id);
}
