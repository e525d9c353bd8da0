import type { FormSchema } from './schema';
import { filledFields } from './schemas';
import { readField } from './shape';
import type { StoredForm } from './shape';

/** A form under another schema: what fits, and by field what does not and is kept aside. */
export interface Refitted {
  form: StoredForm;
  setAside: StoredForm;
}

/**
 * Moves a form to another schema, of the next year or of another category, without losing an answer: what does not fit is set aside under its
 * field, and what was set aside before comes back where it fits again and nothing newer stands.
 */
export function refit(to: FormSchema, { form, setAside = {} }: { form: StoredForm; setAside?: StoredForm }): Refitted {
  const kinds = new Map(filledFields(to).map(({ key, kind }) => [key, kind]));
  const fits = (key: string, value: unknown): boolean => {
    const kind = kinds.get(key);
    return kind !== undefined && readField(to, kind, value, key).faults.length === 0;
  };
  const answers = [...Object.entries(setAside).filter(([key]) => !(key in form)), ...Object.entries(form)];
  const outlived = Object.entries(setAside).filter(([key, value]) => key in form && !fits(key, value));
  return {
    form: Object.fromEntries(answers.filter(([key, value]) => fits(key, value))),
    setAside: Object.fromEntries([...outlived, ...answers.filter(([key, value]) => !fits(key, value))]),
  };
}
