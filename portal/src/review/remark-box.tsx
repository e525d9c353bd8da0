import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Noting } from './notes';

/** A remark at one place: of a field or a piece of evidence. A return names it to the completer. */
export function RemarkBox({ noting, place, label }: { noting: Noting; place: string; label: string }): React.JSX.Element {
  const { t } = useTranslation('review');
  const words = noting.notes.remarks[place];
  const [isOpen, setOpen] = useState(false);
  if (words === undefined && !isOpen) {
    return (
      <button type="button" className="link-button remark-button" aria-label={t('remarkAt', { label })} onClick={() => setOpen(true)}>
        {t('remark')}
      </button>
    );
  }
  return (
    <textarea
      className="remark"
      rows={2}
      maxLength={1000}
      aria-label={t('remarkOf', { label })}
      placeholder={t('remarkHint')}
      autoFocus={isOpen && words === undefined}
      value={words ?? ''}
      onChange={({ target }) => noting.remark(place, target.value)}
      onBlur={() => setOpen(false)}
    />
  );
}
