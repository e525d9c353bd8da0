import { Internal } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SerialParam } from '../submitting/submitting.dto';
import { ExplainedSubmission } from './explained.dto';
import { ExplainedService } from './explained.service';
import { IntakeOrdersService } from './intake-orders.service';
import {
  IntakeOrderDto,
  IntakeStandingDto,
  StandingCountDto,
  StuckSubmissionDto,
  StuckWorkflowsDto,
  UntoldFactsDto,
} from './operations.dto';
import { OverviewService } from './overview.service';
import { StuckWorkflowsService } from './stuck-workflows.service';

/** What operators look at (docs/operations.md): ids and instants, nothing of the form. */
@ApiTags('internal')
@Controller('internal/operations')
@Internal()
export class OperationsController {
  constructor(
    private readonly explained: ExplainedService,
    private readonly overview: OverviewService,
    private readonly workflows: StuckWorkflowsService,
    private readonly intake: IntakeOrdersService,
  ) {}

  @Get('standings')
  @ApiOperation({
    summary: 'Where the open submissions stand, and how many of them are late, escalated or on hold: `npm run ops -- overview`',
  })
  @ApiOkResponse({ type: [StandingCountDto] })
  standings(): Promise<StandingCountDto[]> {
    return this.overview.standings();
  }

  @Get('submissions/stuck')
  @ApiOperation({ summary: 'Submissions that wait for somebody to move: `npm run ops -- stuck`' })
  @ApiOkResponse({ type: [StuckSubmissionDto] })
  stuck(): Promise<StuckSubmissionDto[]> {
    return this.overview.stuck();
  }

  @Get('untold')
  @ApiOperation({ summary: 'Facts that workflows have not been told, by subject' })
  @ApiOkResponse({ type: [UntoldFactsDto] })
  untold(): Promise<UntoldFactsDto[]> {
    return this.overview.untold();
  }

  @Get('workflows/stuck')
  @ApiOperation({ summary: 'Workflows of every kind that fail, have failed or do not follow' })
  @ApiOkResponse({ type: StuckWorkflowsDto })
  stuckWorkflows(): Promise<StuckWorkflowsDto> {
    return this.workflows.all();
  }

  @Get('intake')
  @ApiOperation({ summary: 'Whether operators hold back what enters' })
  @ApiOkResponse({ type: IntakeStandingDto })
  intakeStanding(): Promise<IntakeStandingDto> {
    return this.intake.standing();
  }

  @Post('intake')
  @HttpCode(200)
  @ApiOperation({ summary: 'Pause or resume what enters by submit: `npm run ops -- pause intake`, `resume intake`' })
  @ApiOkResponse({ type: IntakeStandingDto })
  orderIntake(@Body() dto: IntakeOrderDto): Promise<IntakeStandingDto> {
    return this.intake.give(dto);
  }

  @Get('submissions/:serial')
  @ApiOperation({
    summary: 'One submission: workflow, stages, deadlines, timeline, and what its workflow has not been told: `npm run ops -- explain`',
  })
  @ApiOkResponse({ type: ExplainedSubmission })
  explain(@Param() { serial }: SerialParam): Promise<ExplainedSubmission> {
    return this.explained.of(serial);
  }
}
