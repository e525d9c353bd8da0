import { Controller, Delete, Get, Header, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Allow, Confirmed, Me, Public, Timeless } from '@dengke/service-kit';
import { CalendarFeedDto, CalendarFileParam } from './calendar-feed.dto';
import { CalendarFeedService } from './calendar-feed.service';

const ICS = 'text/calendar; charset=utf-8';

@ApiTags('calendar-feed')
@Controller('calendar-feed')
export class CalendarFeedController {
  constructor(private readonly feed: CalendarFeedService) {}

  @Get()
  @Allow('inbox.read')
  @Confirmed()
  @Timeless()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The address at which one’s own deadlines can be read as a calendar' })
  @ApiOkResponse({ type: CalendarFeedDto })
  async mine(@Me() { personId }: Caller): Promise<CalendarFeedDto> {
    return { address: await this.feed.addressOf(personId) };
  }

  @Put()
  @Allow('inbox.read')
  @Confirmed()
  @Timeless()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'A new address; the one before it opens nothing any more' })
  @ApiOkResponse({ type: CalendarFeedDto })
  async renew(@Me() { personId }: Caller): Promise<CalendarFeedDto> {
    return { address: await this.feed.renew(personId) };
  }

  @Delete()
  @Allow('inbox.read')
  @Confirmed()
  @Timeless()
  @ApiOperation({ summary: 'Closes the address' })
  @ApiOkResponse({ type: CalendarFeedDto })
  async close(@Me() me: Caller): Promise<CalendarFeedDto> {
    return this.feed.close(me.personId).then(() => this.mine(me));
  }

  @Get(':file')
  @Public()
  @Header('content-type', ICS)
  @Header('cache-control', 'private, max-age=300')
  @ApiOperation({ summary: 'One person’s deadlines (iCalendar, RFC 5545), for whoever has the address' })
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  read(@Param() { file }: CalendarFileParam): Promise<string> {
    return this.feed.read(file.replace(/\.ics$/, ''));
  }
}
