import type { CheckResult, ReturnItem, ReviewCheck, SeenLikenesses } from '@dengke/contract';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsDefined, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { ActDto, serialPattern } from '../submitting/submitting.dto';

export class CheckResultDto implements CheckResult {
  @IsBoolean() passed!: boolean;
  @IsOptional() @IsString() @Length(1, 1000) remark?: string;
}

/** 真实性 完整性 规范性, each by itself (P24). */
export class ReviewCheckDto implements ReviewCheck {
  @IsDefined() @ValidateNested() @Type(() => CheckResultDto) truth!: CheckResultDto;
  @IsDefined() @ValidateNested() @Type(() => CheckResultDto) completeness!: CheckResultDto;
  @IsDefined() @ValidateNested() @Type(() => CheckResultDto) conformity!: CheckResultDto;
}

/** Those that are like it, judged different by passing it on (P19). */
export class SeenLikenessesDto implements SeenLikenesses {
  @ArrayMinSize(1) @ArrayMaxSize(20) @Matches(serialPattern, { each: true }) different!: string[];
  @IsString() @Length(1, 2000) reason!: string;
}

export class DecideDto extends ActDto {
  @IsOptional() @ValidateNested() @Type(() => ReviewCheckDto) check?: ReviewCheckDto;
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
