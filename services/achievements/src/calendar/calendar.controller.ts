import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CalendarChangeDto, CalendarPreview, CalendarView, YearQuery } from './calendar.dto';
import { CalendarService } from './calendar.service';

@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @Allow('window.read')
  @ApiOperation({ summary: 'The working-day calendar in force: its horizon, and the days off and make-up workdays of a year' })
  @ApiOkResponse({ type: CalendarView })
  view(@Query() { year }: YearQuery): Promise<CalendarView> {
    return this.calendar.view(year);
  }

  @Post('previews')
  @HttpCode(200)
  @Allow('calendar.load')
  @ApiOperation({ summary: 'Which open deadlines an edition of the calendar would move, and to which day; nothing is stored' })
  @ApiOkResponse({ type: CalendarPreview })
  preview(@Body() dto: CalendarChangeDto): Promise<CalendarPreview> {
    return this.calendar.preview(dto);
  }

  @Post('editions')
  @Act()
  @Allow('calendar.load')
  @ApiOperation({ summary: 'Load an edition: a year’s arrangement, or a change at short notice; open deadlines are counted anew' })
  @ApiCreatedResponse({ type: CalendarPreview })
  load(@Me() me: Caller, @ActKey() key: string, @Body() dto: CalendarChangeDto): Promise<CalendarPreview> {
    return this.calendar.load(me, key, dto);
  }
}
