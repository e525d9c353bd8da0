import type { CheckResult, ReturnItem, ReviewCheck } from '@dengke/contract';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsDefined, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { ActDto } from '../submitting/submitting.dto';

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

export class DecideDto extends ActDto {
  @IsOptional() @ValidateNested() @Type(() => ReviewCheckDto) check?: ReviewCheckDto;
  @IsOptional() @IsString() @Length(1, 2000) opinion?: string;
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
