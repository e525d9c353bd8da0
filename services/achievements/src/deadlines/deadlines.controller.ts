import type { Caller } from '@dengke/contract';
import { Allow, Me } from '@dengke/service-kit';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SerialParam } from '../submitting/submitting.dto';
import { DeadlineParam, ExplainedDeadline } from './deadlines.dto';
import { ExplanationsService } from './explanations.service';

@ApiTags('deadlines')
@Controller('submissions/:serial/deadlines')
export class DeadlinesController {
  constructor(private readonly explanations: ExplanationsService) {}

  @Get()
  @Allow('submission.read')
  @ApiOperation({
    summary: 'Every deadline of a submission with its rule, source, start, days passed over and calendar version, and the day that binds',
  })
  @ApiOkResponse({ type: [ExplainedDeadline] })
  list(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<ExplainedDeadline[]> {
    return this.explanations.of(me, serial);
  }

  @Get(':id/explanation')
  @Allow('submission.read')
  @ApiOperation({ summary: 'One of them' })
  @ApiOkResponse({ type: ExplainedDeadline })
  one(@Me() me: Caller, @Param() { serial, id }: DeadlineParam): Promise<ExplainedDeadline> {
    return this.explanations.one(me, serial, id);
  }
}
