import type { Instant } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { EachOutcome } from '../acts/each-outcome.dto';
import { paperVerdicts } from '../acts/scanned-paper';
import type { PaperVerdict } from '../acts/scanned-paper';
import { SerialParam } from '../submitting/submitting.dto';
import { FieldChangeDto, FileChangeDto } from '../versions/versions.dto';

/** So many at once: an answer comes within a few seconds. */
const MOST = 50;
const serialOf = ({ serial }: SerialParam): string => serial;

export class ScannedQuery {
  /** What the code on the paper says, as the scanner gives it. */
  @IsString() @Length(1, 200) scanned!: string;
}

/** The paper against what was submitted. */
export class PaperCheck {
  @ApiProperty() serial!: string;
  @ApiProperty({ enum: paperVerdicts }) verdict!: PaperVerdict;
  /** As the code says. */
  @ApiProperty() version!: number;
  @ApiProperty() newest!: number;
  /** The version whose content the code's digest stands for; null where it is none of this submission. */
  @ApiProperty({ type: Number, nullable: true }) of!: number | null;
  /** To be read off the paper beside the screen. */
  @ApiProperty() name!: string;
  @ApiProperty() firstUnit!: string;
  @ApiProperty() firstCompleter!: string;
  /** What the newest version says otherwise than the one that was printed. */
  @ApiProperty({ type: [FieldChangeDto] }) fields!: FieldChangeDto[];
  @ApiProperty({ type: [FileChangeDto] }) files!: FileChangeDto[];
}

export class ReceiveOneDto extends SerialParam {
  /** What its code said; what is not the newest version is refused then. */
  @IsOptional() @IsString() @Length(1, 200) scanned?: string;
}

export class ReceiveManyDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @ArrayUnique(serialOf)
  @ValidateNested({ each: true })
  @Type(() => ReceiveOneDto)
  submissions!: ReceiveOneDto[];
}

export class EachPaper {
  @ApiProperty({ type: [EachOutcome] }) items!: EachOutcome[];
}

/** A whole sheet handed in or received, with each form that it lists. */
export class SheetOnPaper {
  @ApiProperty() windowId!: string;
  @ApiProperty() organisationId!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) handedInAt!: Instant | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) receivedAt!: Instant | null;
  /** Received after the last of the paper days: nothing is lost by that (S78). */
  @ApiProperty() late!: boolean;
  @ApiProperty({ type: [EachOutcome] }) items!: EachOutcome[];
}
