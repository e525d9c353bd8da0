import { useId, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useAct } from '../api/use-act';
import { Refusal } from './refusal';

interface Props<Values extends object, Output> {
  /** Of the button that opens it, and of the one that does it. */
  label: string;
  /** What comes of it. */
  hint?: string | undefined;
  /** What is asked beside the reason, as it stands now. */
  values?: Values | undefined;
  send: (input: Values & { reason: string }, key: string) => Promise<Output>;
  onDone?: ((output: Output) => void | Promise<void>) | undefined;
  children?: React.ReactNode;
}

/** An act that takes a reason: its button opens what is to be said with it. */
export function ActForm<Values extends object, Output>({
  label,
  hint,
  values,
  send,
  onDone,
  children,
}: Props<Values, Output>): React.JSX.Element {
  const { t } = useTranslation(['forms', 'shell']);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const acting = useAct(send, async (output) => {
    await onDone?.(output);
    setOpen(false);
    setReason('');
  });
  if (!isOpen) {
    return (
      <button type="button" className="plain-button quiet" onClick={() => setOpen(true)}>
        {label}
      </button>
    );
  }
  return (
    <form
      className="plain-form act-form"
      aria-labelledby={id}
      onSubmit={(event) => (event.preventDefault(), acting.send({ ...(values ?? ({} as Values)), reason: reason.trim() }))}
    >
      <h3 id={id}>{label}</h3>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {children}
      <label>
        {t('forms:reason')}
        <textarea rows={2} minLength={4} maxLength={200} required value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      {acting.error !== null && <Refusal error={acting.error} />}
      <div className="acts">
        <button type="submit" className="plain-button" disabled={acting.isPending}>
          {t('shell:confirm')}
        </button>
        <button type="button" className="plain-button quiet" onClick={() => (setOpen(false), acting.forgetError())}>
          {t('shell:cancel')}
        </button>
      </div>
    </form>
  );
}
