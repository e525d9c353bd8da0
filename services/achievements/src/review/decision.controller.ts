import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Me, StepUp } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActsService } from '../acts/acts.service';
import { ProgressDto, SerialParam } from '../submitting/submitting.dto';
import { DecideDto, ReturnDto } from './review.dto';

@ApiTags('review')
@Controller('submissions/:serial')
export class DecisionController {
  constructor(private readonly acts: ActsService) {}

  @Post('release')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Release in the unit’s name' })
  @ApiOkResponse({ type: ProgressDto })
  release(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: DecideDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'release', dto);
  }

  @Post('recommend')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Recommend to the next desk, with the check list answered' })
  @ApiOkResponse({ type: ProgressDto })
  recommend(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: DecideDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'recommend', dto);
  }

  @Post('approve')
  @HttpCode(200)
  @Act()
  @StepUp()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Approve at the department: number and registration, or publicity first' })
  @ApiOkResponse({ type: ProgressDto })
  approve(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: DecideDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'approve', dto);
  }

  @Post('return')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Return to the completer, naming what to mend' })
  @ApiOkResponse({ type: ProgressDto })
  giveBack(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ReturnDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'return', dto);
  }

  @Post('reject')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Refuse registration, with the reason' })
  @ApiOkResponse({ type: ProgressDto })
  reject(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: DecideDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'reject', dto);
  }
}
