import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActsService } from '../acts/acts.service';
import { ActDto, ProgressDto, SerialParam } from '../submitting/submitting.dto';
import { HandInDto } from './paper.dto';

@ApiTags('paper')
@Controller('submissions/:serial')
export class PaperController {
  constructor(private readonly acts: ActsService) {}

  @Post('hand-in-paper')
  @HttpCode(200)
  @Act()
  @Allow('submission.read')
  @ApiOperation({ summary: 'Hand the paper of the version that stands in to the next desk' })
  @ApiOkResponse({ type: ProgressDto })
  handInPaper(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: HandInDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'handInPaper', dto);
  }

  @Post('receive-paper')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Receive the paper of the version that stands' })
  @ApiOkResponse({ type: ProgressDto })
  receivePaper(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'receivePaper', dto);
  }
}
