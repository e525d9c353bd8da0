import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActsService } from '../acts/acts.service';
import { DraftParam } from '../drafts/drafts.dto';
import { ActDto, ProgressDto, ResubmitDto, SerialParam, SubmitDto } from './submitting.dto';
import { SubmittingService } from './submitting.service';

@ApiTags('submitting')
@Controller()
export class SubmittingController {
  constructor(
    private readonly submitting: SubmittingService,
    private readonly acts: ActsService,
  ) {}

  @Post('drafts/:id/submit')
  @Act()
  @Allow('draft.write')
  @ApiOperation({ summary: 'Submit a draft for registration; each refusal names its rule' })
  @ApiCreatedResponse({ type: ProgressDto })
  submit(@Me() me: Caller, @ActKey() key: string, @Param() { id }: DraftParam, @Body() dto: SubmitDto): Promise<Progress> {
    return this.submitting.submit(me, key, id, dto.door);
  }

  @Post('submissions/:serial/resubmit')
  @Act()
  @Allow('draft.write')
  @ApiOperation({ summary: 'Submit again what was returned, answering each of its items; it resumes at the stage that returned it' })
  @ApiCreatedResponse({ type: ProgressDto })
  resubmit(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ResubmitDto): Promise<Progress> {
    return this.submitting.resubmit(me, key, serial, dto);
  }

  @Post('submissions/:serial/withdraw')
  @Act()
  @Allow('draft.write')
  @ApiOperation({ summary: 'Withdraw, as long as the desk has not opened it' })
  @ApiCreatedResponse({ type: ProgressDto })
  withdraw(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'withdraw', dto);
  }

  @Post('submissions/:serial/ask-withdrawal')
  @Act()
  @Allow('draft.write')
  @ApiOperation({ summary: 'Ask the desk that has opened it to consent to a withdrawal' })
  @ApiCreatedResponse({ type: ProgressDto })
  askWithdrawal(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'askWithdrawal', dto);
  }
}
