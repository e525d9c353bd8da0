import { categories, likenessVerdicts, submissionStates } from '@dengke/contract';
import type { Category, Instant, LikenessVerdict, SubmissionState } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { ActDto, likeSerialPattern } from '../submitting/submitting.dto';
import { markKinds } from './marks';
import type { MarkKind } from './marks';

const reasonCodes = ['SAME_NUMBER', 'NEAR_NAME'] as const;

/** Why two are alike. */
export class LikenessReason {
  @ApiProperty({ enum: reasonCodes }) code!: (typeof reasonCodes)[number];
  @ApiProperty({ enum: markKinds, nullable: true }) kind!: MarkKind | null;
  /** As it is compared: without spaces and signs. */
  @ApiProperty({ type: String, nullable: true }) number!: string | null;
  /** Where in one’s own form it stands; null at a desk. */
  @ApiProperty({ type: String, nullable: true }) field!: string | null;
  /** The pieces that both names have, as they are compared, the longest first. */
  @ApiProperty({ type: [String] }) common!: string[];
}

export class DraftLikeness {
  @ApiProperty({ type: String, nullable: true }) serial!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty() firstUnit!: string;
  @ApiProperty() registrationYear!: number;
  @ApiProperty({ type: String, nullable: true }) registrationNumber!: string | null;
  @ApiProperty({ enum: Object.keys(submissionStates) }) state!: SubmissionState;
  /** How near the names are, in hundredths; null where only a number is the same. */
  @ApiProperty({ type: Number, nullable: true }) score!: number | null;
  /** Near enough that a desk will ask about it. */
  @ApiProperty() warns!: boolean;
  @ApiProperty({ type: [LikenessReason] }) reasons!: LikenessReason[];
}

export class DraftLikenesses {
  /** False while the names are being read after a start: then none found means nothing. */
  @ApiProperty() namesCompared!: boolean;
  @ApiProperty({ type: [DraftLikeness] }) items!: DraftLikeness[];
}

/** One of the two, as they stand side by side. */
export class LikenessSide {
  @ApiProperty() serial!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String] }) units!: string[];
  @ApiProperty({ type: [String] }) completers!: string[];
  @ApiProperty({ enum: Object.keys(categories) }) category!: Category;
  @ApiProperty() registrationYear!: number;
  @ApiProperty({ enum: Object.keys(submissionStates) }) state!: SubmissionState;
  @ApiProperty({ type: String, nullable: true }) registrationNumber!: string | null;
  /** Registered before this register was kept here; `serial` leads nowhere then. */
  @ApiProperty() imported!: boolean;
}

/** What a desk said last of the two, and why. */
export class LikenessJudgementView {
  /** Of which of them it was said. */
  @ApiProperty() serial!: string;
  @ApiProperty({ enum: likenessVerdicts }) verdict!: LikenessVerdict;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String, nullable: true }) organisationId!: string | null;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  /** Null when it was erased. */
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

export class LikenessView {
  @ApiProperty() other!: LikenessSide;
  @ApiProperty({ type: Number, nullable: true }) score!: number | null;
  /** To pass it on, this one is to be judged. */
  @ApiProperty() warns!: boolean;
  @ApiProperty({ type: [LikenessReason] }) reasons!: LikenessReason[];
  @ApiProperty({ type: LikenessJudgementView, nullable: true }) judgement!: LikenessJudgementView | null;
}

export class Likenesses {
  /** False until this round has been compared with all names, within a second of its submit. */
  @ApiProperty() namesCompared!: boolean;
  @ApiProperty() own!: LikenessSide;
  @ApiProperty({ type: [LikenessView] }) items!: LikenessView[];
}

export class JudgeLikenessDto extends ActDto {
  @Matches(likeSerialPattern) other!: string;
  @IsIn(likenessVerdicts) verdict!: LikenessVerdict;
}
