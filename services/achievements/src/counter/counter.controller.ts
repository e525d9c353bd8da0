import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Confirmed, Me } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SheetParam } from '../windows/windows.dto';
import { EachPaper, PaperCheck, ReceiveManyDto, ScannedQuery, SheetOnPaper } from './counter.dto';
import { CounterService } from './counter.service';
import { SheetsService } from './sheets.service';

/** Where paper is handed in: one form, many, or a whole summary sheet (S29, S63, S78, P28). */
@ApiTags('paper')
@Controller()
export class CounterController {
  constructor(
    private readonly counter: CounterService,
    private readonly sheets: SheetsService,
  ) {}

  @Get('submissions/paper')
  @Allow('submission.read')
  @Confirmed()
  @ApiOperation({ summary: 'What the code on a paper form says against what was submitted: same, older or altered, with what differs' })
  @ApiOkResponse({ type: PaperCheck })
  check(@Me() me: Caller, @Query() { scanned }: ScannedQuery): Promise<PaperCheck> {
    return this.counter.check(me, scanned);
  }

  @Post('submissions/receive-paper')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Receive the paper of many, with what was scanned of each; each has a result of its own' })
  @ApiOkResponse({ type: EachPaper })
  receive(@Me() me: Caller, @ActKey() key: string, @Body() dto: ReceiveManyDto): Promise<EachPaper> {
    return this.counter.receive(me, key, dto);
  }

  @Post('windows/:id/summary-sheets/:organisationId/hand-in-paper')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Hand one’s summary sheet in, with all the forms that it lists; each has a result of its own' })
  @ApiOkResponse({ type: SheetOnPaper })
  handIn(@Me() me: Caller, @ActKey() key: string, @Param() param: SheetParam): Promise<SheetOnPaper> {
    return this.sheets.act(me, key, 'handInPaper', param);
  }

  @Post('windows/:id/summary-sheets/:organisationId/receive-paper')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({
    summary: 'Receive a summary sheet with all the forms that it lists, from the paper days on; each has a result of its own',
  })
  @ApiOkResponse({ type: SheetOnPaper })
  receiveSheet(@Me() me: Caller, @ActKey() key: string, @Param() param: SheetParam): Promise<SheetOnPaper> {
    return this.sheets.act(me, key, 'receivePaper', param);
  }
}
