import { Controller, Get, Header, Headers, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Allow, Confirmed, Me, MyToken } from '@dengke/service-kit';
import { InboxPageDto, InboxQueryDto, MessageDto, MessageIdDto, UnreadDto } from './inbox.dto';
import { InboxService } from './inbox.service';
import { LiveInboxService } from './live-inbox.service';

@ApiTags('inbox')
@Controller('inbox')
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly live: LiveInboxService,
  ) {}

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

  @Get('stream')
  @Allow('inbox.read')
  @Confirmed()
  @Header('cache-control', 'no-store')
  @Header('connection', 'close')
  @ApiOperation({
    summary:
      'One’s own messages as they come (server-sent events): `message` holds one, `reload` says that more were missed than are sent again',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last message seen: what came since is sent first' })
  @ApiOkResponse({
    description: 'Ends within half a minute, to be opened again',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  async stream(@Me() me: Caller, @MyToken() token: string, @Headers('last-event-id') last?: string): Promise<StreamableFile> {
    return new StreamableFile(await this.live.open(me.personId, token, last), { type: 'text/event-stream' });
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
