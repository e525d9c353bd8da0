import type { PlainDate } from '../ledger';
import type { Category, RegistrationForm } from '../registration-form';

/** How a text must look beside its length. `uscc` only says that it is stored in upper case without spaces (P43). */
export const formats = ['any', 'name', 'uscc', 'phone', 'email', 'postcode', 'clc'] as const;
export type Format = (typeof formats)[number];

/** A code may go on below the level that its list holds, as a discipline does: 510, 51010, 5101010. */
interface CodeOf {
  list: string;
  deeper?: { head: number; pattern: string };
  /** The field whose code is the parent of this one. */
  within?: string;
}

export type CellKind =
  | { is: 'line'; max: number; format?: Format }
  | { is: 'lines'; max: number }
  | { is: 'month' }
  | { is: 'day' }
  /** decimal(14,2) of 万元, in JSON a string; a number is taken too. */
  | { is: 'money'; unit: '万元' }
  | { is: 'integer'; min: number; max: number }
  | { is: 'yes-no' }
  | ({ is: 'code' } & CodeOf)
  /** An id of accounts, put there by the portal and not shown. */
  | { is: 'id' };

export type FieldKind =
  | CellKind
  | ({ is: 'codes'; most: number } & CodeOf)
  | { is: 'words'; most: number; max: number }
  | { is: 'rows'; most: number; fields: readonly RowField[] };

/** Where an answer is required: by the answer to another field of the form, or within rows in the first one alone. */
export type Requirement = 'always' | 'optional' | 'first-row' | { field: keyof RegistrationForm; in: readonly (string | boolean)[] };

/** What a box asks for and why, for those who want to know more than its help says; with the provisions it rests on, if it does. */
export interface Explanation {
  words: string;
  sources: readonly string[];
}

interface FieldWords {
  /** As printed on the form. */
  label: string;
  help?: string;
  explained?: Explanation;
}

export interface RowField extends FieldWords {
  key: string;
  kind: CellKind;
  required: Requirement;
}

export interface FormField extends FieldWords {
  key: string;
  /** Its number in the form’s table; 0 for what is asked beside the printed form. */
  number: number;
  kind: FieldKind;
  required: Requirement;
  /** Fields filled by the system are printed and exported, and never taken from anybody. */
  filledBy: 'completer' | 'system';
}

export interface FormSection<F = FormField> {
  key: string;
  label: string;
  fields: readonly F[];
}

/** A form without a category yet has the fields that all three share. */
export type SchemaCategory = Category | 'common';

/** The registration form of one category, as it stands from one registration year on. */
export interface FormSchema {
  /** `applied-2023` */
  id: string;
  category: SchemaCategory;
  year: number;
  title: string;
  /** The editions of its code lists are those in effect on this day, for as long as the schema lives. */
  listsOn: PlainDate;
  sections: readonly FormSection[];
}

/** A field as an edition states it, once for all categories that ask it. */
export type EditionField = Omit<FormField, 'required' | 'filledBy' | 'key'> & {
  key: keyof RegistrationForm | SystemField;
  asked: Partial<Record<Category, Requirement>>;
  filledBy?: 'system';
};

/** The whole form from one registration year on; the schemas of the categories are taken from it. */
export interface FormEdition {
  year: number;
  listsOn: PlainDate;
  sections: readonly FormSection<EditionField>[];
}

/** What the system fills in (field 25 and the cover). */
export const systemFields = [
  'recommender',
  'registrar',
  'registrationNumber',
  'approvedOn',
  'recommendation',
  'recommendedOn',
  'registration',
  'registeredOn',
] as const;
export type SystemField = (typeof systemFields)[number];
