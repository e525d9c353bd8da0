import { useId, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Acting } from '../api/use-act';
import { Button } from './button';
import { Trouble } from './trouble';

interface Props {
  label: string;
  /** The word of the button: what is done with these words. */
  act: string;
  acting: Acting<string>;
  danger?: boolean;
  most?: number;
}

/** One act that wants words. */
export function ReasonForm({ label, act, acting, danger = false, most = 2_000 }: Props): React.JSX.Element {
  const { t } = useTranslation('shell');
  const [words, setWords] = useState('');
  const id = useId();
  return (
    <form className="plain-form" onSubmit={(event) => (event.preventDefault(), acting.send(words.trim()))}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={3} maxLength={most} required value={words} onChange={({ target }) => setWords(target.value)} />
      {acting.error !== null && <Trouble error={acting.error} />}
      <div>
        <Button primary danger={danger} type="submit" disabled={words.trim() === '' || acting.isPending}>
          {act}
        </Button>
        <span className="only-heard" role="status">
          {acting.isPending && t('loading')}
        </span>
      </div>
    </form>
  );
}
