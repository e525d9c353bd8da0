import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActsService } from '../acts/acts.service';
import { ActDto, ProgressDto, SerialParam } from '../submitting/submitting.dto';

@ApiTags('report-up')
@Controller('submissions/:serial')
export class ReportUpController {
  constructor(private readonly acts: ActsService) {}

  @Post('acknowledge')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'The ministry’s desk has taken it in' })
  @ApiOkResponse({ type: ProgressDto })
  acknowledge(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'acknowledge', dto);
  }

  @Post('return-report')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'The ministry’s desk sends the report back' })
  @ApiOkResponse({ type: ProgressDto })
  returnReport(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'returnReport', dto);
  }

  @Post('report-again')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Report up once more after mending' })
  @ApiOkResponse({ type: ProgressDto })
  reportAgain(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'reportAgain', dto);
  }

  @Post('report-change')
  @HttpCode(200)
  @Act()
  @Allow('report.manage')
  @ApiOperation({ summary: 'Report a correction or a cancellation once more that the ministry has returned' })
  @ApiOkResponse({ type: ProgressDto })
  reportChange(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'reportChange', dto);
  }
}
