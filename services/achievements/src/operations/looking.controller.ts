import type { Caller } from '@dengke/contract';
import { Allow, Me } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SerialParam } from '../submitting/submitting.dto';
import { ExplainedSubmission } from './explained.dto';
import { LookingService } from './looking.service';
import { StandingCountDto, StandingStill } from './operations.dto';

/** For a person what `npm run ops` is for the terminal, as far as it only reads: by POST, since who looked is written down. */
@ApiTags('operations')
@Controller('operations')
export class LookingController {
  constructor(private readonly looking: LookingService) {}

  @Post('overview')
  @HttpCode(200)
  @Allow('workflow.look')
  @ApiOperation({ summary: 'Where the open submissions stand, and how many of them are late, escalated or on hold' })
  @ApiOkResponse({ type: [StandingCountDto] })
  overview(@Me() me: Caller): Promise<StandingCountDto[]> {
    return this.looking.overview(me);
  }

  @Post('stuck')
  @HttpCode(200)
  @Allow('workflow.look')
  @ApiOperation({ summary: 'What does not go on: submissions that wait for people, facts that were not told, workflows that fail' })
  @ApiOkResponse({ type: StandingStill })
  stuck(@Me() me: Caller): Promise<StandingStill> {
    return this.looking.stuck(me);
  }

  @Post('explain')
  @HttpCode(200)
  @Allow('workflow.look')
  @ApiOperation({ summary: 'One submission: workflow, stages, deadlines, timeline, and what its workflow has not been told' })
  @ApiOkResponse({ type: ExplainedSubmission })
  explain(@Me() me: Caller, @Body() { serial }: SerialParam): Promise<ExplainedSubmission> {
    return this.looking.explain(me, serial);
  }
}
