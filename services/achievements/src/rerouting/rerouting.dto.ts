import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional, IsString, Length, Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { EachOutcome } from '../acts/each-outcome.dto';

const SERIAL = /^\d{4}-\d{6}$/;

export class RerouteDto {
  /** Whose open submissions: the unit that was transferred. */
  @IsString() @Length(1, 64) unitId!: string;
  /** Only these of them; without, all that is open, by pages. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ArrayUnique() @Matches(SERIAL, { each: true }) serials?: string[];
  /** `next` of the page before. */
  @IsOptional() @Matches(SERIAL) cursor?: string;
  @IsString() @Length(1, 2000) @Matches(/\S/) reason!: string;
}

export class Rerouted {
  @ApiProperty({ type: [EachOutcome] }) items!: EachOutcome[];
  /** Serial to continue after, with a key of its own; null at the end. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
