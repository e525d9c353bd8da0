import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Allow, Confirmed, Me, Public, Timeless } from '@dengke/service-kit';
import { BouncesService } from './bounces.service';
import { ChannelsDto, ChooseChannelsDto, UnsubscribedDto, UnsubscribeDto } from './channels.dto';
import { ChannelsService } from './channels.service';
import { UnsubscribingService } from './unsubscribing.service';

@ApiTags('channels')
@Controller('channels')
@Timeless()
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly bounces: BouncesService,
    private readonly unsubscribing: UnsubscribingService,
  ) {}

  @Get()
  @Allow('inbox.read')
  @ApiOperation({ summary: 'How one is told beside the inbox: by topic, the quiet hours, and whether one’s address is refused' })
  @ApiOkResponse({ type: ChannelsDto })
  async mine(@Me() { personId }: Caller): Promise<ChannelsDto> {
    return { ...(await this.channels.of(personId)), mailRefused: await this.bounces.isMine(personId) };
  }

  @Put()
  @Allow('inbox.read')
  @Confirmed()
  @ApiOperation({ summary: 'Chooses mail and SMS by topic, and quiet hours' })
  @ApiOkResponse({ type: ChannelsDto })
  async choose(@Me() me: Caller, @Body() chosen: ChooseChannelsDto): Promise<ChannelsDto> {
    return this.channels.choose(me.personId, chosen).then(() => this.mine(me));
  }

  @Post('mail/confirm')
  @HttpCode(200)
  @Allow('inbox.read')
  @Confirmed()
  @ApiOperation({ summary: 'One’s address was refused and is right all the same: it is tried again' })
  @ApiOkResponse({ type: ChannelsDto })
  async confirm(@Me() me: Caller): Promise<ChannelsDto> {
    return this.bounces.confirm(me.personId).then(() => this.mine(me));
  }

  @Post('unsubscribe/:token')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Leaves the mails of one topic by the link in one of them (RFC 8058), however often' })
  @ApiOkResponse({ type: UnsubscribedDto })
  unsubscribe(@Param() { token }: UnsubscribeDto): Promise<UnsubscribedDto> {
    return this.unsubscribing.leave(token);
  }
}
