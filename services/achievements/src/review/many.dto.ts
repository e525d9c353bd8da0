import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { EachOutcome } from '../acts/each-outcome.dto';
import { SeenStageDto, SerialParam } from '../submitting/submitting.dto';
import { FindingDto, ReturnItemDto } from './review.dto';

/** So many at once: an answer comes within a few seconds. */
const MOST = 50;
const serialOf = ({ serial }: SerialParam): string => serial;

export class ReturnOneDto extends SerialParam {
  @IsOptional() @ValidateNested() @Type(() => SeenStageDto) seen?: SeenStageDto;
}

/** Each has its own check list, and its own answers (P24). */
export class RecommendOneDto extends ReturnOneDto {
  @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => FindingDto) findings!: FindingDto[];
}

export class RecommendManyDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @ArrayUnique(serialOf)
  @ValidateNested({ each: true })
  @Type(() => RecommendOneDto)
  submissions!: RecommendOneDto[];
  @IsOptional() @IsString() @Length(1, 2000) opinion?: string;
}

/** The same reason and the same things to mend for each. */
export class ReturnManyDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @ArrayUnique(serialOf)
  @ValidateNested({ each: true })
  @Type(() => ReturnOneDto)
  submissions!: ReturnOneDto[];
  @IsString() @Length(1, 2000) reason!: string;
  @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ReturnItemDto) items!: ReturnItemDto[];
}

export class EachOfMany {
  @ApiProperty({ type: [EachOutcome] }) items!: EachOutcome[];
}
