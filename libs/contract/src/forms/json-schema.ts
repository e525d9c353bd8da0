import { codeListOn } from './code-lists';
import type { CellKind, FieldKind, FormSchema } from './schema';
import { filledFields } from './schemas';

export type JsonSchema = Record<string, unknown>;

/** A schema's fields as OpenAPI 3.0 describes properties; nothing is required of a draft. */
export const jsonPropertiesOf = (schema: FormSchema): Record<string, JsonSchema> =>
  Object.fromEntries(filledFields(schema).map(({ key, kind, label }) => [key, { description: label, ...jsonOf(schema, kind) }]));

function jsonOf(schema: FormSchema, kind: FieldKind): JsonSchema {
  if (kind.is === 'rows') {
    const cells = kind.fields.map((cell) => [cell.key, { description: cell.label, ...jsonOfCell(schema, cell.kind) }] as const);
    const items = { type: 'object', additionalProperties: false, properties: Object.fromEntries(cells) };
    return { type: 'array', maxItems: kind.most, items };
  }
  if (kind.is === 'codes' || kind.is === 'words') {
    const each: CellKind = kind.is === 'codes' ? { ...kind, is: 'code' } : { is: 'line', max: kind.max };
    return { type: 'array', maxItems: kind.most, uniqueItems: true, items: jsonOfCell(schema, each) };
  }
  return jsonOfCell(schema, kind);
}

function jsonOfCell(schema: FormSchema, kind: CellKind): JsonSchema {
  switch (kind.is) {
    case 'line':
    case 'lines':
      return { type: 'string', maxLength: kind.max };
    case 'month':
      return { type: 'string', pattern: '^(19|20)\\d{2}-(0[1-9]|1[0-2])$' };
    case 'day':
      return { type: 'string', format: 'date' };
    case 'money':
      return { type: 'string', pattern: '^(0|[1-9]\\d{0,11})(\\.\\d{1,2})?$' };
    case 'integer':
      return { type: 'integer', minimum: kind.min, maximum: kind.max };
    case 'yes-no':
      return { type: 'boolean' };
    case 'id':
      return { type: 'string', maxLength: 64 };
    case 'code':
      return kind.deeper === undefined
        ? { type: 'string', enum: codeListOn(kind.list, schema.listsOn).entries.map(({ code }) => code) }
        : { type: 'string', pattern: kind.deeper.pattern };
  }
}
