import type { Caller } from '@dengke/contract';
import { Allow, Me, Timeless } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WorkflowPayloads } from './workflow-payloads.dto';
import { WorkflowPayloadsService } from './workflow-payloads.service';

/** The codec server of the Temporal UI, which the gateway shows to whoever may (decision 0028). */
@ApiTags('temporal')
@Controller('temporal')
@Timeless()
export class WorkflowPayloadsController {
  constructor(private readonly payloads: WorkflowPayloadsService) {}

  @Get()
  @HttpCode(204)
  @Allow('workflow.look')
  @ApiOperation({ summary: 'Whether one may see the Temporal UI: the gateway asks it before each of its pages' })
  @ApiNoContentResponse()
  mayLook(): void {}

  @Post('decode')
  @HttpCode(200)
  @Allow('workflow.look')
  @ApiOperation({ summary: 'Opens what Temporal keeps sealed, for the Temporal UI; what was never sealed comes back as it is' })
  @ApiOkResponse({ type: WorkflowPayloads })
  decode(@Me() me: Caller, @Body() dto: WorkflowPayloads): Promise<WorkflowPayloads> {
    return this.payloads.opened(me, dto);
  }
}
