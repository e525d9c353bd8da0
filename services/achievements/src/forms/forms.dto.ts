import type { FormSchema, FormSection, SchemaCategory } from '@dengke/contract/forms';
import { categories } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export class SchemaParam {
  @Matches(/^[a-z]{4,10}-\d{4}$/) id!: string;
}

export class FormSchemaLine {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: [...Object.keys(categories), 'common'] }) category!: SchemaCategory;
  /** The first registration year it is for. */
  @ApiProperty() year!: number;
  @ApiProperty() title!: string;
}

/** The form of one category as data: what the portal shows, the printed page prints and the server judges. */
export class FormSchemaView extends FormSchemaLine implements FormSchema {
  @ApiProperty({ format: 'date' }) listsOn!: string;
  @ApiProperty({ type: 'array', items: { type: 'object' } }) sections!: readonly FormSection[];
}
