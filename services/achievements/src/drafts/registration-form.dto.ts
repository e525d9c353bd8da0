import { isPlainDate } from '@dengke/calendar';
import { jsonPropertiesOf, schemaFor } from '@dengke/contract/forms';
import type { Category } from '@dengke/contract';
import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { IsDefined, IsObject, IsString, Matches, MaxLength, ValidateBy, ValidateIf } from 'class-validator';

const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

/** May be left out of a draft, but is not null. */
export const Given = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

const together =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, property) =>
    decorators.forEach((decorate) => decorate(target, property));

/** A real day, YYYY-MM-DD. */
export const IsPlainDate = (): PropertyDecorator =>
  together(
    IsString(),
    ValidateBy({ name: 'isPlainDate', validator: { validate: (value) => typeof value === 'string' && isPlainDate(value) } }),
  );

/** Text without line breaks and control characters. */
export const Line = (length: number): PropertyDecorator => together(IsString(), MaxLength(length), Matches(ONE_LINE));

export class AppliedForm {}
export class BasicForm {}
export class SoftForm {}

/** The form as the document describes it: each category's newest schema, taken from the data that judges it. */
export const formClasses = [AppliedForm, BasicForm, SoftForm];

const described: [Category, new () => object][] = [
  ['applied', AppliedForm],
  ['basic', BasicForm],
  ['soft', SoftForm],
];
for (const [category, Form] of described) {
  for (const [field, property] of Object.entries(jsonPropertiesOf(schemaFor(category, Number.MAX_SAFE_INTEGER)))) {
    ApiProperty({ ...property, required: false })(Form.prototype as object, field);
  }
}

/** A registration form in an answer. */
export const FormProperty = ({ nullable = false } = {}): PropertyDecorator =>
  ApiProperty({ ...(nullable && { nullable }), anyOf: formClasses.map((Form) => ({ $ref: getSchemaPath(Form) })) });

/** A registration form in a request: its fields are judged by its schema (`shaped`), not by a class. */
export const IsForm = (): PropertyDecorator => together(IsDefined(), IsObject(), FormProperty());
