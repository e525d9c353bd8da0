import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PutAside, Reconciliation } from '@dengke/contract';
import { FeedFollowers } from '../feed/feed-followers';
import { Internal } from '../http/access';
import { Reconciler } from './reconciler';
import { HouseWorkDto, LookQuery, MendDto, OperatorDto, PutAsideDto, ReconciliationDto, WorkflowOrderDto } from './reconciling.dto';
import { WorkflowOrders } from './workflow-orders';

/** What operators do to workflows of this service's things (docs/operations.md). */
@ApiTags('internal')
@Controller('internal')
@Internal()
export class ReconcilingController {
  constructor(
    private readonly reconciler: Reconciler,
    private readonly orders: WorkflowOrders,
    private readonly followers: FeedFollowers,
  ) {}

  @Get('reconciliation')
  @ApiOperation({ summary: 'What is out of step between the ledger and what follows it' })
  @ApiOkResponse({ type: ReconciliationDto })
  look(@Query() { after }: LookQuery): Promise<Reconciliation> {
    return this.reconciler.look(after);
  }

  @Post('reconciliation')
  @HttpCode(200)
  @ApiOperation({ summary: 'The same, mended: `npm run ops -- reconcile`' })
  @ApiOkResponse({ type: ReconciliationDto })
  mend(@Body() { after, ...by }: MendDto): Promise<Reconciliation> {
    return this.reconciler.mend(after, by);
  }

  @Get('put-aside')
  @ApiOperation({ summary: 'Feed entries that could not be digested and were put aside: `npm run ops -- dead-letters`' })
  @ApiOkResponse({ type: [PutAsideDto] })
  putAside(): Promise<PutAside[]> {
    return this.followers.putAside();
  }

  @Post('put-aside')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take them up again, in their order; answers what is left' })
  @ApiOkResponse({ type: [PutAsideDto] })
  takeUp(@Body() by: OperatorDto): Promise<PutAside[]> {
    return this.orders.recorded('take-up', 'put-aside', by, () => this.followers.takeUp());
  }

  @Post('operations')
  @HttpCode(204)
  @ApiOperation({ summary: 'What is done to the house itself: copied, taken out, restored, sealed with other keys' })
  @ApiNoContentResponse()
  operate(@Body() { id, kind, ...by }: HouseWorkDto): Promise<void> {
    return this.orders.record(kind, 'house', by, id);
  }

  @Post('workflow-orders')
  @HttpCode(204)
  @ApiOperation({
    summary: 'What an operator does to one workflow: `npm run ops -- rebuild`, `refresh`, `resend`, `pause`, `resume`, `retry`',
  })
  @ApiNoContentResponse()
  order(@Body() { order, workflowId, ...by }: WorkflowOrderDto): Promise<void> {
    return this.orders.give(order, workflowId, by);
  }
}
