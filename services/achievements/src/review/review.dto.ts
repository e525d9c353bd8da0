import { findingAnswers, suspicions } from '@dengke/contract';
import type { Finding, ReturnItem, SeenLikenesses, Suspicion } from '@dengke/contract';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { ActDto, likeSerialPattern, SeenStageDto } from '../submitting/submitting.dto';

/** The answer to one item of the check list; `not` says why and may say where (P24). */
export class FindingDto implements Finding {
  @IsString() @Length(1, 40) item!: string;
  @IsIn(findingAnswers) answer!: Finding['answer'];
  @IsOptional() @IsString() @Length(1, 1000) remark?: string;
  /** A path in the form (`units.0.name`), an evidence id, or `evidence`. */
  @IsOptional() @IsString() @Length(1, 200) field?: string;
}

/** Those that are like it, judged different by passing it on (P19). */
export class SeenLikenessesDto implements SeenLikenesses {
  @ArrayMinSize(1) @ArrayMaxSize(20) @Matches(likeSerialPattern, { each: true }) different!: string[];
  @IsString() @Length(1, 2000) reason!: string;
}

export class DecideDto extends ActDto {
  /** At a desk that reviews, an answer to every item of `GET …/check-list`; a return may do without. */
  @IsOptional() @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => FindingDto) findings?: FindingDto[];
  @IsOptional() @IsString() @Length(1, 2000) opinion?: string;
  @IsOptional() @ValidateNested() @Type(() => SeenLikenessesDto) likenesses?: SeenLikenessesDto;
}

export class ReturnItemDto implements ReturnItem {
  @IsString() @Length(1, 200) field!: string;
  @IsString() @Length(1, 1000) remark!: string;
}

export class ReturnDto extends DecideDto {
  @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ReturnItemDto) items!: ReturnItemDto[];
}

export class ReassignDto extends ActDto {
  @IsString() @Length(1, 64) toPersonId!: string;
}

/** Without words: who suspects that something is classified writes nothing of it (P17). */
export class SuspectDto {
  @IsOptional() @ValidateNested() @Type(() => SeenStageDto) seen?: SeenStageDto;
  @IsIn(suspicions) suspicion!: Suspicion;
}

export class ExcludeDto {
  @IsOptional() @ValidateNested() @Type(() => SeenStageDto) seen?: SeenStageDto;
}
