import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { isPlainDate } from '@dengke/calendar';
import { documentNumberPattern, feedbackFormNames, noticeReaches } from '@dengke/contract';
import type { FeedbackForm, NoticeReach, PlainDate } from '@dengke/contract';
import type { Letter } from './issuing.service';
import type { Answer } from './receiving.service';

const says = /[\p{L}\p{N}]/u;
const isDay = (value: unknown): boolean => typeof value === 'string' && isPlainDate(value);

export class NoticeParam {
  @ApiProperty({ format: 'uuid' }) @IsUUID() readonly id!: string;
}
export class AnnexParam extends NoticeParam {
  @ApiProperty({ format: 'uuid' }) @IsUUID() readonly fileId!: string;
}
export class AnswerParam extends NoticeParam {
  @ApiProperty() @IsString() @Length(1, 64) readonly organisationId!: string;
}

export class PageQueryDto {
  @ApiPropertyOptional({ type: String, description: '`next` of the page before' }) @IsOptional() @IsUUID() readonly cursor: string | null =
    null;
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 20 })
  @Type(() => Number)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit: number = 20;
}
export class NoticesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: ['received', 'sent'], default: 'received' })
  @IsOptional()
  @IsIn(['received', 'sent'])
  readonly box: 'received' | 'sent' = 'received';
}
export class AddresseesQueryDto {
  @ApiPropertyOptional({ description: 'The organisation after which the page begins' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly after: string = '';
  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @Type(() => Number)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500)
  readonly limit: number = 100;
}

class LetterDto implements Letter {
  @ApiProperty() @IsString() @Length(1, 200) @Matches(says) readonly title!: string;
  @ApiProperty({ description: 'With whatever requirements are added' })
  @IsString()
  @Length(1, 20_000)
  @Matches(says)
  readonly body!: string;
  @ApiPropertyOptional({ description: 'A public page (S42, S81)', default: false }) @IsOptional() @IsBoolean() readonly isPublic?: boolean;
  @ApiPropertyOptional({ enum: feedbackFormNames, description: 'What comes back' })
  @IsOptional()
  @IsIn(feedbackFormNames)
  readonly form?: FeedbackForm;
  @ApiPropertyOptional({ type: String, example: '2023-09-28', description: 'Last day for answers, to its end' })
  @IsOptional()
  @ValidateBy({ name: 'isPlainDate', validator: { validate: isDay } })
  readonly dueOn?: PlainDate;
  @ApiPropertyOptional({ enum: noticeReaches, default: 'cascade', description: 'Who answers: whom it is sent to, or everybody below' })
  @IsOptional()
  @IsIn(noticeReaches)
  readonly reach?: NoticeReach;
  @ApiPropertyOptional({ description: 'Of uploaded files' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  readonly annexIds?: string[];
  @ApiPropertyOptional({ description: 'A part of those directly below; without it all of them' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly addresseeIds?: string[];
}
export class IssueDto extends LetterDto {
  @ApiProperty({ example: '晋科函〔2023〕132号' }) @IsString() @Matches(documentNumberPattern) readonly documentNumber!: string;
}
/** A letter that encloses another: what it leaves out it takes from that one (P4). */
export class ForwardDto extends LetterDto {
  @ApiPropertyOptional({ example: '长能源函〔2023〕114号', description: '文号; without it the letter is passed on as it stands' })
  @IsOptional()
  @Matches(documentNumberPattern)
  readonly documentNumber?: string;
}

export class AnswerDto implements Answer {
  @ApiProperty({ description: 'The boxes of the form by their ids', type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  readonly filledIn!: Record<string, string>;
  @ApiPropertyOptional({ description: 'Word for word (S18)' }) @IsOptional() @IsString() @MaxLength(300) readonly declaration?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The uploaded scan with signature and seal (S19)' })
  @IsOptional()
  @IsUUID()
  readonly sealId?: string;
}
export class UrgeDto {
  @ApiPropertyOptional({ description: 'Those who are urged, each once a day; without it all who are late' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly addresseeIds?: string[];
}
export class WithdrawDto {
  @ApiProperty() @IsString() @Length(1, 1_000) readonly reason!: string;
}
