import type { PlainDate } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';

/** An objection whose name, contact, words and files are to be disposed of, or were. */
export class DueObjectionDto {
  @ApiProperty() receipt!: string;
  @ApiProperty() serial!: string;
  @ApiProperty({ format: 'date' }) disposeOn!: PlainDate;
}
