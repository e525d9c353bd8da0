import type { PlainDate } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import type { DueDisposal } from './disposable';
import { keptKinds } from './retention';
import type { KeptKind, RetentionTerm } from './retention';

/** What is to be disposed of, or was. */
export class DueDisposalDto implements DueDisposal {
  @ApiProperty({ enum: keptKinds }) kind!: KeptKind;
  @ApiProperty() id!: string;
  @ApiProperty({ type: String, nullable: true }) serial!: string | null;
  @ApiProperty({ format: 'date' }) disposeOn!: PlainDate;
}

/** How long something is kept, and on what ground. */
export class RetentionDto implements RetentionTerm {
  @ApiProperty({ type: Number, nullable: true, description: 'From the end of its use; null: for ever' }) years!: number | null;
  @ApiProperty() source!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null: never, or it is still in use' })
  disposeOn!: PlainDate | null;
}
