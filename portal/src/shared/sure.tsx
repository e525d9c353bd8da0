import { useId, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Acting } from '../api/use-act';
import { Button } from './button';
import { Refusal } from './refusal';

interface Props {
  /** Of the button that asks. */
  act: string;
  /** Of the one that does it. */
  sure: string;
  /** What comes of it, said before it is done. */
  hint?: string | undefined;
  acting: Acting<void>;
}

/** An act that cannot be taken back: its button asks once more. */
export function Sure({ act, sure, hint, acting }: Props): React.JSX.Element {
  const { t } = useTranslation('shell');
  const id = useId();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      {acting.error !== null && <Refusal error={acting.error} />}
      {isAsked ? (
        <div role="group" aria-label={act}>
          {hint !== undefined && <p id={id}>{hint}</p>}
          <div className="acts">
            <Button danger disabled={acting.isPending} aria-describedby={hint === undefined ? undefined : id} onClick={() => acting.send()}>
              {sure}
            </Button>
            <Button onClick={() => (setAsked(false), acting.forgetError())}>{t('cancel')}</Button>
          </div>
        </div>
      ) : (
        <Button onClick={() => setAsked(true)}>{act}</Button>
      )}
    </>
  );
}
