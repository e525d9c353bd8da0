import { isPlainDate } from '@dengke/calendar';
import { categories, declarations, grounds, normalisedUscc } from '@dengke/contract';
import type { Category, Declaration, FormCompleter, FormUnit, Ground, PlainDate } from '@dengke/contract';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { DraftForm } from './draft.entity';

const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;
/** A mobile number, or a landline with or without its area code and extension. */
const PHONE = /^(\+86[- ]?)?(1[3-9]\d{9}|(0\d{2,3}[- ]?)?\d{7,8}([- ]\d{1,6})?)$/;
const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;
const LINES = /^[^\p{Cs}\u0000]*$/u;

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

/** A completing unit; its code is stored in upper case without spaces (P43) and judged at submit (P44). */
export class FormUnitDto implements FormUnit {
  @Line(120) name!: string;
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normalisedUscc(value) : value))
  @Line(40)
  uscc!: string;
  @Given() @Line(64) unitId?: string;
}

/** 完成人, in order of rank. */
export class FormCompleterDto implements FormCompleter {
  @Line(60) name!: string;
  @IsString() @MaxLength(500) @Matches(LINES) contribution!: string;
  @Given() @Line(40) title?: string;
  @Given() @Line(120) workUnit?: string;
  @Given() @Line(64) personId?: string;
}

/** The form while it is a draft: each field within its limits (domain.md §4.8), any of them still missing. What is missing is judged at submit. */
export class RegistrationFormDto implements DraftForm {
  @Given() @Line(200) name?: string;
  @Given() @IsIn(Object.keys(categories)) category?: Category;
  @Given() @IsIn(['public', 'classified']) secrecy?: 'public' | 'classified';
  @Given() @Matches(MONTH) studyFrom?: string;
  @Given() @Matches(MONTH) studyTo?: string;
  @Given() @IsArray() @ArrayMaxSize(3) @ArrayUnique() @IsString({ each: true }) @MaxLength(40, { each: true }) keywords?: string[];
  @Given() @IsIn(grounds) ground?: Ground;
  @Given() @Line(80) projectNumber?: string;
  @Given() @Line(120) sponsor?: string;
  @Given() @IsPlainDate() acceptedOn?: PlainDate;
  @Given() @IsBoolean() acceptedBySponsor?: boolean;
  @Given() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => FormUnitDto) units?: FormUnitDto[];
  @Given() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => FormCompleterDto) completers?: FormCompleterDto[];
  @Given() @Matches(PHONE) contactPhone?: string;
  @Given() @IsString() @MaxLength(2000) @Matches(LINES) summary?: string;
  @Given() @IsArray() @ArrayUnique() @IsIn(declarations, { each: true }) declarations?: Declaration[];
}
