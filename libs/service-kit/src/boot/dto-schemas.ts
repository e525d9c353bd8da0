import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage';

/** Where @nestjs/swagger keeps an `@ApiProperty`; it does not export the name. */
const DESCRIBED = 'swagger/apiModelProperties';

type Class = new (...args: never[]) => object;

/** One validator on one field, as class-validator keeps it. */
interface Rule {
  target: unknown;
  propertyName: string;
  name?: string;
  type: string;
  constraints?: unknown[];
  each: boolean;
}
type Schema = Record<string, unknown>;

/** What a rule says in JSON Schema. */
const SAYS: Record<string, (constraints: readonly unknown[]) => Schema> = {
  isString: () => ({ type: 'string' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isObject: () => ({ type: 'object' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isEmail: () => ({ type: 'string', format: 'email' }),
  isIso8601: () => ({ type: 'string', format: 'date-time' }),
  isIn: ([values]) => ({ enum: [...(values as unknown[])] }),
  min: ([least]) => ({ minimum: least }),
  max: ([most]) => ({ maximum: most }),
  minLength: ([least]) => ({ minLength: least }),
  maxLength: ([most]) => ({ maxLength: most }),
  isLength: ([least, most]) => ({ minLength: least, ...(most === undefined ? {} : { maxLength: most }) }),
  isNotEmpty: () => ({ minLength: 1 }),
  matches: ([pattern]) => ({ type: 'string', pattern: pattern instanceof RegExp ? pattern.source : String(pattern) }),
  arrayMinSize: ([least]) => ({ minItems: least }),
  arrayMaxSize: ([most]) => ({ maxItems: most }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/**
 * Lets DTO classes appear in the OpenAPI document with what their validators already say, so that no field is described twice. What an explicit
 * `@ApiProperty` says wins; the limits it leaves unsaid are said.
 */
export function describeDtos(): void {
  const storage = getMetadataStorage() as unknown as { validationMetadatas: Map<unknown, Rule[]> };
  const classes = [...storage.validationMetadatas.keys()].filter((target): target is Class => typeof target === 'function');
  classes.sort((a, b) => depth(a) - depth(b));
  for (const dto of classes) {
    const rules = (storage.validationMetadatas.get(dto) ?? []).filter(({ target }) => target === dto);
    for (const field of new Set(rules.map(({ propertyName }) => propertyName))) {
      const own = rules.filter(({ propertyName }) => propertyName === field);
      const said = Reflect.getMetadata(DESCRIBED, dto.prototype as object, field) as Schema | undefined;
      if (said === undefined) {
        ApiProperty(describe(dto, field, own))(dto.prototype as object, field);
      } else {
        Reflect.defineMetadata(DESCRIBED, { ...limits(own), ...said }, dto.prototype as object, field);
      }
    }
  }
}

function describe(dto: Class, field: string, rules: Rule[]): ApiPropertyOptions {
  const standing = new (dto as new () => Record<string, unknown>)()[field];
  const required = standing === undefined && !rules.some(({ type, name }) => type === 'conditionalValidation' || name === 'isOptional');
  const isList = Reflect.getMetadata('design:type', dto.prototype as object, field) === Array;
  const nested = rules.some(({ type }) => type === 'nestedValidation') ? nestedType(dto, field) : undefined;
  const said = { ...sayings(rules, false), ...(standing === undefined || standing === null ? {} : { default: standing }) };
  if (!isList) {
    return { required, ...(nested ? { type: () => nested } : withType(dto, field, said)) };
  }
  const items = sayings(rules, true);
  return { required, isArray: true, ...said, ...(nested ? { type: () => nested } : { type: 'string', ...items }) };
}

function sayings(rules: Rule[], each: boolean): Schema {
  return Object.assign(
    {},
    ...rules.filter((rule) => rule.each === each).map(({ name, constraints }) => SAYS[name ?? '']?.(constraints ?? []) ?? {}),
  ) as Schema;
}

/** Lengths, bounds, pattern and format: what the type of the property does not say. */
function limits(rules: Rule[]): Schema {
  return Object.fromEntries(Object.entries(sayings(rules, false)).filter(([word]) => word !== 'type' && word !== 'enum'));
}

/** An initialised or annotated field has a type even where no rule names one. */
function withType(dto: Class, field: string, said: Schema): Schema {
  if (said['type'] !== undefined) {
    return said;
  }
  const declared: unknown = Reflect.getMetadata('design:type', dto.prototype as object, field);
  const types = new Map<unknown, string>([
    [Number, 'number'],
    [Boolean, 'boolean'],
    [String, 'string'],
  ]);
  return { type: types.get(declared) ?? (said['enum'] === undefined ? 'object' : 'string'), ...said };
}

function nestedType(dto: Class, field: string): Class | undefined {
  const found = defaultMetadataStorage.findTypeMetadata(dto, field);
  return (
    (found?.typeFunction() as Class | undefined) ??
    (Reflect.getMetadata('design:type', dto.prototype as object, field) as Class | undefined)
  );
}

function depth(dto: Class): number {
  const parent = Object.getPrototypeOf(dto.prototype as object) as { constructor: Class } | null;
  return parent === null || parent === Object.prototype ? 0 : 1 + depth(parent.constructor);
}
