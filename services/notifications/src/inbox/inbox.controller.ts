import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Allow, Me } from '@dengke/service-kit';
import { InboxPageDto, InboxQueryDto, MessageDto, MessageIdDto, UnreadDto } from './inbox.dto';
import { InboxService } from './inbox.service';

@ApiTags('inbox')
@Controller('inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Allow('inbox.read')
  @ApiOperation({ summary: 'One’s own messages, newest first' })
  @ApiOkResponse({ type: InboxPageDto })
  async list(@Me() me: Caller, @Query() query: InboxQueryDto): Promise<InboxPageDto> {
    return InboxPageDto.of(await this.inbox.page(me.personId, query));
  }

  @Get('count')
  @Allow('inbox.read')
  @ApiOperation({ summary: 'How many of one’s own messages are unread' })
  @ApiOkResponse({ type: UnreadDto })
  async count(@Me() me: Caller): Promise<UnreadDto> {
    return { unread: await this.inbox.unread(me.personId) };
  }

  @Post(':id/read')
  @HttpCode(200)
  @Allow('inbox.read')
  @ApiOperation({ summary: 'Marks one of one’s own messages as read' })
  @ApiOkResponse({ type: MessageDto })
  async read(@Me() me: Caller, @Param() { id }: MessageIdDto): Promise<MessageDto> {
    return MessageDto.of(await this.inbox.read(me.personId, id));
  }
}
