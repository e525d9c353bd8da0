import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { PlainDate } from '@dengke/contract';
import { Internal } from '../http/access';
import { OperatorDto } from '../reconcile/reconciling.dto';
import { WorkflowOrders } from '../reconcile/workflow-orders';
import type { DueDisposal } from './disposable';
import { Disposing } from './disposing';
import type { RetentionTerm } from './retention-rules';

/** What is to be disposed of, or was. */
export class DueDisposalDto implements DueDisposal {
  @ApiProperty() kind!: string;
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

@ApiTags('internal')
@Controller('internal/disposals')
@Internal()
export class DisposalsController {
  constructor(
    private readonly disposing: Disposing,
    private readonly orders: WorkflowOrders,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What is kept longer than it may be: `npm run ops -- dispose`' })
  @ApiOkResponse({ type: [DueDisposalDto] })
  due(): Promise<DueDisposalDto[]> {
    return this.disposing.due();
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Dispose of it, for good; who and why is kept first: `npm run ops -- dispose --now`' })
  @ApiOkResponse({ type: [DueDisposalDto] })
  dispose(@Body() by: OperatorDto): Promise<DueDisposalDto[]> {
    return this.orders.recorded('dispose', 'house', by, () => this.disposing.dispose());
  }
}
