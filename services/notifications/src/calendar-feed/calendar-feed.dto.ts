import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export class CalendarFeedDto {
  @ApiProperty({ type: String, nullable: true, description: 'Opens for whoever has it; null while there is none' })
  readonly address!: string | null;
}

export class CalendarFileParam {
  @ApiProperty({ description: 'A token and `.ics`' })
  @Matches(/^[\w.-]{1,250}\.ics$/)
  readonly file!: string;
}
