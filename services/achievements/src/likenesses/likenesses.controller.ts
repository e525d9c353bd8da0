import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActsService } from '../acts/acts.service';
import { ProgressDto, SerialParam } from '../submitting/submitting.dto';
import { JudgeLikenessDto, Likenesses } from './likenesses.dto';
import { LikenessesService } from './likenesses.service';

@ApiTags('review')
@Controller('submissions/:serial')
export class LikenessesController {
  constructor(
    private readonly acts: ActsService,
    private readonly likenesses: LikenessesService,
  ) {}

  @Get('likenesses')
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Other achievements that are like it, side by side, with what desks have said of them' })
  @ApiOkResponse({ type: Likenesses })
  list(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<Likenesses> {
    return this.likenesses.of(me, serial);
  }

  @Post('judge-likeness')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Judge it and one that is like it to be different, or it to be a duplicate, with the reason' })
  @ApiOkResponse({ type: ProgressDto })
  judge(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: JudgeLikenessDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'judgeLikeness', dto);
  }
}
