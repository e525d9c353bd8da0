import { IsString, Length, Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { EachOutcome } from '../acts/each-outcome.dto';

export class HandOverDto {
  @IsString() @Length(1, 64) fromPersonId!: string;
  /** A colleague of the same unit. */
  @IsString() @Length(1, 64) toPersonId!: string;
  @IsString() @Length(1, 2000) @Matches(/\S/) reason!: string;
}

export class HandedOver {
  @ApiProperty({ type: [String] }) draftIds!: string[];
  /** The open submissions, each for itself: who has decided a stage of one does not become its submitter (P30). */
  @ApiProperty({ type: [EachOutcome] }) submissions!: EachOutcome[];
}
