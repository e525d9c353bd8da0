import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { readable } from './readable';
import { unsentPlace, whoWasHere } from './unsent';

export interface Kept<Form> {
  form: Form;
  set: (part: Partial<Form>) => void;
  /** It was typed before a reload, or before somebody went elsewhere. */
  isThereAgain: boolean;
  /** Everything as if nothing had been typed. */
  beginAnew: () => void;
  /** It has been sent: the form is not to be there again. */
  letGo: () => void;
}

/**
 * A form that is being filled in, kept in this tab until it is sent, or somebody signs out.
 * Only what was typed is kept: what a form of something registered was opened with may have been corrected meanwhile.
 * @param never what is kept nowhere in a browser: files, what is declared anew each time, and how people are reached, which the system itself keeps sealed
 */
export function useKept<Form extends object>(name: string, blank: Form, never: readonly (keyof Form)[] = []): Kept<Form> {
  const place = unsentPlace('form', name);
  const [{ form, isThereAgain }, setState] = useState(() => {
    const kept = keptAt<Form>(place);
    return { form: { ...blank, ...kept }, isThereAgain: kept !== null };
  });
  const isTyped = ([field, value]: [string, unknown]): boolean =>
    !never.includes(field as keyof Form) && JSON.stringify(value) !== JSON.stringify(blank[field as keyof Form]);
  const fields = Object.entries(form).filter(isTyped);
  const typed = JSON.stringify(fields);
  const isBlank = fields.length === 0;
  useEffect(() => {
    if (isBlank) {
      sessionStorage.removeItem(place);
    } else {
      sessionStorage.setItem(place, JSON.stringify({ of: whoWasHere(), typed }));
    }
  }, [place, typed, isBlank]);
  return {
    form,
    set: (part) => setState((now) => ({ ...now, form: { ...now.form, ...part } })),
    isThereAgain,
    beginAnew: () => setState({ form: blank, isThereAgain: false }),
    letGo: () => sessionStorage.removeItem(place),
  };
}

/** Whether something of this form is kept. */
export const isKept = (name: string): boolean => keptAt(unsentPlace('form', name)) !== null;

/** Of somebody who has signed out since, in whatever tab, there is nothing. */
function keptAt<Form>(place: string): Partial<Form> | null {
  const { of, typed } = readable(sessionStorage.getItem(place));
  if (typeof typed !== 'string' || of !== whoWasHere()) {
    return null;
  }
  const fields = Object.values(readable(typed)).filter((field): field is [string, unknown] => Array.isArray(field));
  return Object.fromEntries(fields) as Partial<Form>;
}

interface Props {
  kept: Pick<Kept<never>, 'isThereAgain' | 'beginAnew'>;
  /** What the form has beside it and is to be given again. */
  lacks: readonly ('contacts' | 'files')[];
}

/** Says to whoever comes back that what he had typed is there again, and what of it is not. */
export function ThereAgain({ kept: { isThereAgain, beginAnew }, lacks }: Props): React.JSX.Element | null {
  const { t } = useTranslation('kept');
  return isThereAgain ? (
    <div className="well" role="status">
      <p>{[t('thereAgain'), ...lacks.map((what) => t(`lacks.${what}`))].join(' ')}</p>
      <button type="button" className="plain-button quiet" onClick={beginAnew}>
        {t('beginAnew')}
      </button>
    </div>
  ) : null;
}
