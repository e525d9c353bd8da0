import type { FormField, FormSchema } from './schema';
import { filledFields, formEditions } from './schemas';
import { readField } from './shape';
import type { StoredForm } from './shape';

/** A form under another schema: what fits, and what does not and is kept aside. */
export interface Refitted {
  form: StoredForm;
  setAside: StoredForm;
}

type Field = Pick<FormField, 'key' | 'kind'>;

const listOf = ({ kind }: Field): string | undefined => (kind.is === 'code' || kind.is === 'codes' ? kind.list : undefined);

const everyField = formEditions.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
/** What reads one code list in one category and another in another. */
const ofSeveralLists = new Set<string>(
  everyField.filter((one) => everyField.some((other) => other.key === one.key && listOf(other) !== listOf(one))).map(({ key }) => key),
);

/** An answer is kept aside under its field; of several lists under its list, for 01 is 新技术 in one of them and 论文 in the other. */
const placeOf = (field: Field): string => (ofSeveralLists.has(field.key) ? (listOf(field) ?? field.key) : field.key);

/** What an answer that is kept aside is called, as the newest edition that asks it has it; null for a place that no edition has. */
export const asideLabel = (place: string): string | null =>
  [...formEditions]
    .sort((a, b) => b.year - a.year)
    .flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))
    .find((field) => placeOf(field) === place)?.label ?? null;

/**
 * Moves a form to another schema, of the next year or of another category, without losing an answer: what does not fit is set aside, and what
 * was set aside before comes back where it fits again and nothing newer stands.
 */
export function refit(from: FormSchema, to: FormSchema, { form, setAside = {} }: { form: StoredForm; setAside?: StoredForm }): Refitted {
  const stood = new Map(filledFields(from).map((field) => [field.key, placeOf(field)]));
  const fields = new Map(filledFields(to).map((field) => [placeOf(field), field]));
  const fits = (place: string, value: unknown): boolean => {
    const field = fields.get(place);
    return field !== undefined && readField(to, field.kind, value, field.key).faults.length === 0;
  };
  const placed = Object.fromEntries(Object.entries(form).map(([key, value]): [string, unknown] => [stood.get(key) ?? key, value]));
  const answers = [...Object.entries(setAside).filter(([place]) => !(place in placed)), ...Object.entries(placed)];
  const outlived = Object.entries(setAside).filter(([place, value]) => place in placed && !fits(place, value));
  const fitting = answers.filter(([place, value]) => fits(place, value));
  return {
    form: Object.fromEntries(fitting.map(([place, value]): [string, unknown] => [fields.get(place)?.key ?? place, value])),
    setAside: Object.fromEntries([...outlived, ...answers.filter(([place, value]) => !fits(place, value))]),
  };
}
