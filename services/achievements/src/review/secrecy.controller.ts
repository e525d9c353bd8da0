import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Me, StepUp } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActsService } from '../acts/acts.service';
import { ActDto, ProgressDto, SerialParam } from '../submitting/submitting.dto';
import { ExcludeDto, SuspectDto } from './review.dto';
import { SecrecyService } from './secrecy.service';

/** 涉密核查 (P17, S49). */
@ApiTags('secrecy')
@Controller('submissions/:serial')
export class SecrecyController {
  constructor(
    private readonly acts: ActsService,
    private readonly secrecy: SecrecyService,
  ) {}

  @Post('suspect')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({
    summary: 'Stop it, suspected to be classified: a ground and no content; nobody reads it until the department has looked',
  })
  @ApiOkResponse({ type: ProgressDto })
  suspect(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: SuspectDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'suspect', dto);
  }

  @Post('clear')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Nothing classified in it: on where it stood, with the time that was left' })
  @ApiOkResponse({ type: ProgressDto })
  clear(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'clear', dto);
  }

  @Post('exclude')
  @HttpCode(200)
  @Act()
  @StepUp()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'It is classified: refused, its words erased and its files disposed of' })
  @ApiOkResponse({ type: ProgressDto })
  exclude(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ExcludeDto): Promise<Progress> {
    return this.secrecy.exclude(me, key, serial, dto);
  }
}
