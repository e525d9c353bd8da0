import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Confirmed, Me } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SerialParam } from '../submitting/submitting.dto';
import { ConfirmEntryDto, DisputeDto, IdentifyDto, OwnEntry, OwnEntryPage } from './entries.dto';
import { EntriesService } from './entries.service';
import { IdentifyingService } from './identifying.service';

@ApiTags('entries')
@Controller('entries')
export class EntriesController {
  constructor(
    private readonly entries: EntriesService,
    private readonly identifying: IdentifyingService,
  ) {}

  @Get()
  @Allow('submission.read')
  @Confirmed()
  @ApiOperation({ summary: 'Where somebody else’s submission names oneself or one’s unit: one’s own entry, and nothing else of it' })
  @ApiOkResponse({ type: [OwnEntry] })
  own(@Me() me: Caller): Promise<OwnEntry[]> {
    return this.entries.own(me);
  }

  @Get(':serial')
  @Allow('submission.read')
  @Confirmed()
  @ApiOperation({ summary: 'One’s own entries in one submission, and what was said of them' })
  @ApiOkResponse({ type: [OwnEntryPage] })
  one(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<OwnEntryPage[]> {
    return this.entries.one(me, serial);
  }

  @Post(':serial/identify')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Say which of one’s unit’s people a completer is; from then on he sees his entry and answers himself' })
  @ApiOkResponse({ type: [OwnEntryPage] })
  identify(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: IdentifyDto): Promise<OwnEntryPage[]> {
    return this.identifying.identify(me, key, serial, dto);
  }

  @Post(':serial/confirm')
  @HttpCode(200)
  @Act()
  @Allow('submission.read')
  @ApiOperation({ summary: 'Say that one’s own entry is right' })
  @ApiOkResponse({ type: [OwnEntryPage] })
  confirm(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { serial }: SerialParam,
    @Body() dto: ConfirmEntryDto,
  ): Promise<OwnEntryPage[]> {
    return this.entries.answer(me, key, serial, 'confirmEntry', dto);
  }

  @Post(':serial/dispute')
  @HttpCode(200)
  @Act()
  @Allow('submission.read')
  @ApiOperation({ summary: 'Dispute one’s own entry, with a reason, while the first unit has not released it' })
  @ApiOkResponse({ type: [OwnEntryPage] })
  dispute(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: DisputeDto): Promise<OwnEntryPage[]> {
    return this.entries.answer(me, key, serial, 'dispute', dto);
  }
}
