import { checkPoints, findingAnswers, stageKinds } from '@dengke/contract';
import type { CheckItem, CheckPoint, Finding, Instant, StageKind } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';

/** What a desk answered before: an earlier one, or the same in an earlier round. */
export class EarlierFinding {
  @ApiProperty({ enum: stageKinds }) stage!: StageKind;
  @ApiProperty() round!: number;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ enum: findingAnswers }) answer!: Finding['answer'];
  @ApiProperty({ type: String, nullable: true }) remark!: string | null;
  @ApiProperty({ type: String, nullable: true }) field!: string | null;
}

export class CheckLine implements CheckItem {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: checkPoints }) point!: CheckPoint;
  @ApiProperty() text!: string;
  @ApiProperty() provisions!: string;
  @ApiProperty() mayNotApply!: boolean;
  @ApiProperty({ type: [EarlierFinding] }) earlier!: EarlierFinding[];
}

export class CheckList {
  /** The desk that holds it; null while none does. */
  @ApiProperty({ enum: stageKinds, nullable: true }) stage!: StageKind | null;
  @ApiProperty() round!: number;
  /** Whether that desk answers it before it decides: not the unit, nor the ministry. */
  @ApiProperty() compulsory!: boolean;
  @ApiProperty({ type: [CheckLine] }) items!: CheckLine[];
}
