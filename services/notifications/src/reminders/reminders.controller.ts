import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Internal, Timeless } from '@dengke/service-kit';
import { ReminderDto, RemindersQueryDto } from './reminders.dto';
import { RemindersService } from './reminders.service';

@ApiTags('internal')
@Controller('internal/reminders')
@Internal()
@Timeless()
export class RemindersController {
  constructor(private readonly reminders: RemindersService) {}

  @Get()
  @ApiOperation({ summary: 'The reminders noted for one day, each (deadline, rung, recipient)' })
  @ApiOkResponse({ type: [ReminderDto] })
  async noted(@Query() { on }: RemindersQueryDto): Promise<ReminderDto[]> {
    return (await this.reminders.notedOn(on)).map((reminder) => ReminderDto.of(reminder));
  }
}
