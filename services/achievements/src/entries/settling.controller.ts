import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Confirmed, Me } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProgressDto, SerialParam } from '../submitting/submitting.dto';
import { EntryPage, SettleDisputeDto } from './entries.dto';
import { EntriesService } from './entries.service';

@ApiTags('entries')
@Controller('submissions/:serial')
export class SettlingController {
  constructor(private readonly entries: EntriesService) {}

  @Get('entries')
  @Allow('submission.read')
  @Confirmed()
  @ApiOperation({ summary: 'Who is named in the form and can be asked, and what was said of each entry' })
  @ApiOkResponse({ type: [EntryPage] })
  of(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<EntryPage[]> {
    return this.entries.of(me, serial);
  }

  @Post('settle-dispute')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Answer a dispute about an entry: the first unit explains, the department decides what stays disputed' })
  @ApiOkResponse({ type: ProgressDto })
  settle(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: SettleDisputeDto): Promise<Progress> {
    return this.entries.settle(me, key, serial, dto);
  }
}
