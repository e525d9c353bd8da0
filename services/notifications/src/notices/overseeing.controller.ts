import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Confirmed, Download, Me, Timeless } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { AnswersService } from './answers.service';
import { GapsService } from './gaps.service';
import { AddresseeDto, GapLevelDto, NoticeProgressDto, OwnAnswerDto } from './notices.answers';
import { AddresseesQueryDto, AnswerParam, NoticeParam, UrgeDto, WithdrawDto } from './notices.dto';
import { NoticesService } from './notices.service';
import { OverseeingService } from './overseeing.service';
import { WithdrawingService } from './withdrawing.service';

/** What came of a letter: who has it, who has answered what, and what the issuer does about it. */
@ApiTags('notices')
@Controller('notices/:id')
export class OverseeingController {
  constructor(
    private readonly notices: NoticesService,
    private readonly gaps: GapsService,
    private readonly answers: AnswersService,
    private readonly overseeing: OverseeingService,
    private readonly withdrawing: WithdrawingService,
  ) {}

  @Get('gaps')
  @Allow('notice.forward')
  @Timeless()
  @ApiOperation({ summary: 'Who has answered and who has not, of this notice and of each further down that encloses it' })
  @ApiOkResponse({ type: [GapLevelDto] })
  report(@Me() me: Caller, @Param() { id }: NoticeParam): Promise<GapLevelDto[]> {
    return this.gaps.report(me, id);
  }

  @Get('addressees')
  @Allow('notice.forward')
  @Timeless()
  @ApiOperation({ summary: 'How far a notice has come with each addressee, by their ids' })
  @ApiOkResponse({ type: [AddresseeDto] })
  addressees(@Me() me: Caller, @Param() { id }: NoticeParam, @Query() query: AddresseesQueryDto): Promise<AddresseeDto[]> {
    return this.notices.addressees(me, id, query);
  }

  @Get('answers')
  @Allow('notice.forward')
  @Download()
  @ApiOperation({ summary: 'All answers as xlsx, in full; reading it is recorded' })
  sheet(@Me() me: Caller, @Param() { id }: NoticeParam): Promise<Downloadable> {
    return this.answers.sheet(me, id);
  }

  @Get('answer')
  @Allow('notice.answer')
  @Confirmed()
  @Timeless()
  @ApiOperation({ summary: 'What one’s own organisation answered' })
  @ApiOkResponse({ type: OwnAnswerDto })
  own(@Me() me: Caller, @Param() { id }: NoticeParam): Promise<OwnAnswerDto> {
    return this.answers.own(me, id);
  }

  @Get('answers/:organisationId/seal')
  @Allow('notice.answer')
  @Timeless()
  @Download()
  @ApiOperation({ summary: 'The scan with signature and seal of one answer' })
  seal(@Me() me: Caller, @Param() { id, organisationId }: AnswerParam): Promise<Downloadable> {
    return this.answers.seal(me, id, organisationId);
  }

  @Post('urge')
  @HttpCode(200)
  @Allow('notice.forward')
  @Act()
  @ApiOperation({
    summary:
      'Urge whoever has not answered, or not signed where no answer is asked for 催办, or some of them, once a day; a county its own forwarding',
  })
  @ApiOkResponse({ type: NoticeProgressDto })
  urge(@Me() me: Caller, @ActKey() key: string, @Param() { id }: NoticeParam, @Body() dto: UrgeDto): Promise<NoticeProgressDto> {
    return this.overseeing.urge(me, key, id, dto);
  }

  @Post('withdraw')
  @HttpCode(200)
  @Allow('notice.forward')
  @Act()
  @ApiOperation({ summary: 'Withdraw a notice of one’s own with a reason; a county its forwarding, as long as nobody below has answered' })
  @ApiOkResponse({ type: NoticeProgressDto })
  withdraw(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { id }: NoticeParam,
    @Body() { reason }: WithdrawDto,
  ): Promise<NoticeProgressDto> {
    return this.withdrawing.withdraw(me, key, id, reason);
  }
}
