import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

export class CustodyDto {
  @ApiProperty() @IsString() @Length(2, 200) @Matches(/\S/) reason!: string;
}
