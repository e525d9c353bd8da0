import { isBlank, normalisedName } from '../words';
import { codeListOn, entryOf } from './code-lists';
import type { FieldKind, FormField, FormSchema, Requirement } from './schema';
import type { StoredForm } from './shape';
import { filledFields } from './schemas';

/** What submit lacks: the field's path (`units.0.uscc`) and the rule it rests on. */
export interface FormGap {
  field: string;
  rule: string;
  /** `missing`: not answered; `contradicts`: answered against another field. */
  is: 'missing' | 'contradicts';
}

/** The form itself is part of the material, and says what the evidence says (P20, P22). */
const RULE = 'P20 P22';

/** What is missing for submit, in the order of the form. */
export const formGaps = (schema: FormSchema, form: StoredForm): FormGap[] =>
  filledFields(schema).flatMap((field) => [...missingIn(field, form), ...outsideParent(schema, field, form)]);

function missingIn({ key, kind, required }: FormField, form: StoredForm): FormGap[] {
  const value = form[key];
  if (isUnanswered(kind, value)) {
    return isRequired(required, form, 0) ? [{ field: key, rule: RULE, is: 'missing' }] : [];
  }
  if (kind.is !== 'rows') {
    return [];
  }
  return (value as StoredForm[]).flatMap((row, index) =>
    kind.fields
      .filter((cell) => isRequired(cell.required, form, index) && isUnanswered(cell.kind, row[cell.key]))
      .map((cell) => ({ field: `${key}.${index}.${cell.key}`, rule: RULE, is: 'missing' as const })),
  );
}

/** Whether a field is asked for, given the other answers. */
export function isRequired(required: Requirement, form: StoredForm, row: number): boolean {
  if (typeof required === 'object') {
    const answer = form[required.field];
    return (typeof answer === 'string' || typeof answer === 'boolean') && required.in.includes(answer);
  }
  return required === 'always' || (required === 'first-row' && row === 0);
}

function isUnanswered(kind: FieldKind, value: unknown): boolean {
  if (value === undefined || value === null) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.length === 0 || (kind.is === 'words' && (value as string[]).some(isBlank));
  }
  if (typeof value !== 'string') {
    return false;
  }
  return kind.is === 'line' && kind.format === 'name' ? normalisedName(value) === '' : isBlank(value);
}

/** A division of another section. */
function outsideParent(schema: FormSchema, { key, kind }: FormField, form: StoredForm): FormGap[] {
  if (kind.is !== 'code' || kind.within === undefined) {
    return [];
  }
  const [code, parent] = [form[key], form[kind.within]];
  if (typeof code !== 'string' || typeof parent !== 'string') {
    return [];
  }
  const entry = entryOf(codeListOn(kind.list, schema.listsOn), code);
  return entry?.parent === parent ? [] : [{ field: key, rule: RULE, is: 'contradicts' }];
}
