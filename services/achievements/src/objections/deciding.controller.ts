import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Me, StepUp } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProgressDto } from '../submitting/submitting.dto';
import { DecidingService } from './deciding.service';
import { DecideObjectionDto, ReceiptParam } from './objections.dto';

/** What the registrar does with an objection. */
@ApiTags('objections')
@Controller('objections/:receipt')
export class DecidingController {
  constructor(private readonly deciding: DecidingService) {}

  @Post('accept')
  @HttpCode(200)
  @Act()
  @Allow('objection.decide')
  @ApiOperation({ summary: 'Accept an objection 受理: the registration is held until it is decided' })
  @ApiOkResponse({ type: ProgressDto })
  accept(@Me() me: Caller, @ActKey() key: string, @Param() { receipt }: ReceiptParam, @Body() dto: DecideObjectionDto): Promise<Progress> {
    return this.deciding.decide(me, key, 'hold', receipt, dto);
  }

  @Post('decline')
  @HttpCode(200)
  @Act()
  @Allow('objection.decide')
  @ApiOperation({ summary: 'Decline an objection 不予受理, with the reason' })
  @ApiOkResponse({ type: ProgressDto })
  decline(@Me() me: Caller, @ActKey() key: string, @Param() { receipt }: ReceiptParam, @Body() dto: DecideObjectionDto): Promise<Progress> {
    return this.deciding.decide(me, key, 'declineObjection', receipt, dto);
  }

  @Post('overrule')
  @HttpCode(200)
  @Act()
  @StepUp()
  @Allow('objection.decide')
  @ApiOperation({
    summary: 'Overrule an objection 异议不成立, with the reason: the hold ends with the last one, publicity goes on or has ended',
  })
  @ApiOkResponse({ type: ProgressDto })
  overrule(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { receipt }: ReceiptParam,
    @Body() dto: DecideObjectionDto,
  ): Promise<Progress> {
    return this.deciding.decide(me, key, 'overrule', receipt, dto);
  }

  @Post('uphold')
  @HttpCode(200)
  @Act()
  @StepUp()
  @Allow('objection.decide')
  @ApiOperation({ summary: 'Uphold an objection 异议成立, with the reason: it is not registered' })
  @ApiOkResponse({ type: ProgressDto })
  uphold(@Me() me: Caller, @ActKey() key: string, @Param() { receipt }: ReceiptParam, @Body() dto: DecideObjectionDto): Promise<Progress> {
    return this.deciding.decide(me, key, 'uphold', receipt, dto);
  }
}
