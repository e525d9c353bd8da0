import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, Matches, ValidateNested } from 'class-validator';

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** Of a page of the Temporal UI, which asks event by event. */
const mostPayloads = 500;

/** A payload as Temporal's JSON has it: bytes in base64. */
export class WorkflowPayload {
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } }) @IsOptional() @IsObject() metadata?: Record<
    string,
    string
  >;
  @ApiPropertyOptional() @IsOptional() @Matches(base64) data?: string;
}

export class WorkflowPayloads {
  @ApiProperty({ type: [WorkflowPayload], maxItems: mostPayloads })
  @IsArray()
  @ArrayMaxSize(mostPayloads)
  @ValidateNested({ each: true })
  @Type(() => WorkflowPayload)
  payloads!: WorkflowPayload[];
}
