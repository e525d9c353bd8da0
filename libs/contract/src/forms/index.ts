export { amountsOf } from './amounts';
export type { FormAmount } from './amounts';
export type { CodeList, CodeListEntry } from './code-list';
export { codeListOn, codeLists, entryOf } from './code-lists';
export { formDoubtCodes, formDoubts } from './doubts';
export type { FormDoubt } from './doubts';
export { fieldLabel } from './field-labels';
export { formGaps } from './gaps';
export type { FormGap } from './gaps';
export { jsonPropertiesOf } from './json-schema';
export { differences, merge, valueAt } from './merge';
export type { FieldChange, FieldConflict, LoggedChange, Merged } from './merge';
export { amountOf, sumOf, yuanOf } from './money';
export { asideLabel, refit } from './refit';
export type { Refitted } from './refit';
export type {
  CellKind,
  EditionField,
  Explanation,
  FieldKind,
  FormEdition,
  FormField,
  FormSchema,
  FormSection,
  Requirement,
  RowField,
  SchemaCategory,
} from './schema';
export { editionFor, fieldsOf, filledFields, formEditions, schemaById, schemaFor, schemaId, schemaOf } from './schemas';
export { readField, readForm, shapeFaults } from './shape';
export type { ShapeFault, StoredForm } from './shape';
