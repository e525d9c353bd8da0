import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Internal, Timeless } from '@dengke/service-kit';
import { AboutParam, DeadMailDto, MessageToldDto, ToldDto } from './told.dto';
import { ToldService } from './told.service';

@ApiTags('internal')
@Controller('internal')
@Internal()
@Timeless()
export class ToldController {
  constructor(private readonly told: ToldService) {}

  @Get('messages/count')
  @ApiOperation({ summary: 'How much was told: messages, reminders, digests, and mails by state' })
  @ApiOkResponse({ type: ToldDto })
  count(): Promise<ToldDto> {
    return this.told.count();
  }

  @Get('messages/of/:serial')
  @ApiOperation({ summary: 'What was told of a submission to whom, oldest first, and what became of the mail: no words' })
  @ApiOkResponse({ type: [MessageToldDto] })
  of(@Param() { serial }: AboutParam): Promise<MessageToldDto[]> {
    return this.told.of(serial);
  }

  @Get('mails/dead')
  @ApiOperation({ summary: 'Mails that were given up (死信), newest first: ids and the mail server’s last word' })
  @ApiOkResponse({ type: [DeadMailDto] })
  dead(): Promise<DeadMailDto[]> {
    return this.told.deadMails();
  }
}
