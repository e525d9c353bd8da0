import type { Caller } from '@dengke/contract';
import { Allow, Confirmed, Me } from '@dengke/service-kit';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { formClasses } from '../drafts/registration-form.dto';
import { SerialParam } from '../submitting/submitting.dto';
import { SubmissionPagesService } from './submission-pages.service';
import { ListQuery, SubmissionList, SubmissionPage, TimelineLine } from './submissions.dto';

@ApiTags('submissions')
@ApiExtraModels(...formClasses)
@Controller('submissions')
export class SubmissionsController {
  constructor(private readonly pages: SubmissionPagesService) {}

  @Get()
  @Allow('submission.read')
  @ApiOperation({ summary: 'Submissions within one’s part of the graphs' })
  @ApiOkResponse({ type: SubmissionList })
  list(@Me() me: Caller, @Query() query: ListQuery): Promise<SubmissionList> {
    return this.pages.list(me, query);
  }

  @Get(':serial')
  @Allow('submission.read')
  @Confirmed()
  @ApiOperation({
    summary: 'One submission: where it stands, its route and paper; its locked form and evidence, once it has reached one’s desk',
  })
  @ApiOkResponse({ type: SubmissionPage })
  page(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<SubmissionPage> {
    return this.pages.page(me, serial);
  }

  @Get(':serial/timeline')
  @Allow('submission.read')
  @Confirmed()
  @ApiOperation({ summary: 'Who did what, when and why' })
  @ApiOkResponse({ type: [TimelineLine] })
  timeline(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<TimelineLine[]> {
    return this.pages.timeline(me, serial);
  }
}
