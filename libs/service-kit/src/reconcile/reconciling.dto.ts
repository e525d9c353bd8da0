import { divergenceKinds, houseWorks, workflowOrders } from '@dengke/contract';
import type { Divergence, DivergenceKind, HouseWork, Instant, PutAside, Reconciliation, WorkflowOrder } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import type { Operator } from './workflow-orders';

const MOST_MS = 60_000;

export class LookQuery {
  /** Milliseconds between the two looks. */
  @Type(() => Number) @IsInt() @Min(0) @Max(MOST_MS) after: number = 5_000;
}

export class OperatorDto implements Operator {
  @IsString() @Length(1, 100) operator!: string;
  @IsString() @Length(1, 500) reason!: string;
}

export class HouseWorkDto extends OperatorDto {
  /** Told again it is kept once. */
  @IsUUID() id!: string;
  @ApiProperty({ enum: houseWorks }) @IsIn(houseWorks) kind!: HouseWork;
}

export class MendDto extends OperatorDto {
  @IsInt() @Min(0) @Max(MOST_MS) after: number = 5_000;
}

export class WorkflowOrderDto extends OperatorDto {
  @ApiProperty({ enum: workflowOrders }) @IsIn(workflowOrders) order!: WorkflowOrder;
  @Matches(/^[\w-]{1,40}\/[\w-]{1,60}$/) workflowId!: string;
}

export class PutAsideDto implements PutAside {
  @ApiProperty() source!: string;
  @ApiProperty() feedNumber!: number;
  @ApiProperty() subject!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() fault!: string;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
}

class DivergenceDto implements Divergence {
  @ApiProperty() subject!: string;
  @ApiProperty({ enum: Object.keys(divergenceKinds) }) kind!: DivergenceKind;
  @ApiProperty() because!: string;
}

export class ReconciliationDto implements Reconciliation {
  @ApiProperty() looked!: number;
  @ApiProperty({ type: [String] }) silent!: string[];
  @ApiProperty({ type: [DivergenceDto] }) found!: Divergence[];
  @ApiProperty({ type: [DivergenceDto] }) mended!: Divergence[];
  @ApiProperty({ type: [DivergenceDto] }) left!: Divergence[];
}
