import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActsService } from '../acts/acts.service';
import { ActDto, ProgressDto, SerialParam } from '../submitting/submitting.dto';
import { ReassignDto } from './review.dto';
import { ReviewService } from './review.service';

@ApiTags('review')
@Controller('submissions/:serial')
export class DeskController {
  constructor(
    private readonly acts: ActsService,
    private readonly review: ReviewService,
  ) {}

  @Post('open')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Look at it for the first time; recorded, since withdrawal then needs consent' })
  @ApiOkResponse({ type: ProgressDto })
  open(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'open', dto);
  }

  @Post('claim')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Take it in hand; the others of the desk leave it alone' })
  @ApiOkResponse({ type: ProgressDto })
  claim(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'claim', dto);
  }

  @Post('recall')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Take one’s own decision back while the next desk has not opened it' })
  @ApiOkResponse({ type: ProgressDto })
  recall(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'recall', dto);
  }

  @Post('reassign')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Hand it to a colleague of the desk' })
  @ApiOkResponse({ type: ProgressDto })
  reassign(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ReassignDto): Promise<Progress> {
    return this.review.reassign(me, key, serial, dto);
  }

  @Post('urge')
  @HttpCode(200)
  @Act()
  @Allow('submission.read')
  @ApiOperation({ summary: 'Urge the desk it waits for' })
  @ApiOkResponse({ type: ProgressDto })
  urge(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'urge', dto);
  }

  @Post('consent-withdrawal')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Consent to the withdrawal that was asked for' })
  @ApiOkResponse({ type: ProgressDto })
  consentWithdrawal(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'consentWithdrawal', dto);
  }

  @Post('close')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Close what was returned and never mended' })
  @ApiOkResponse({ type: ProgressDto })
  close(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ActDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'close', dto);
  }
}
