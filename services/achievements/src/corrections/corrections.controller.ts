import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Download, Me, StepUp, UploadParts, Uploads } from '@dengke/service-kit';
import type { Downloadable, Parts } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SerialParam } from '../submitting/submitting.dto';
import { AskingService } from './asking.service';
import { CorrectingService } from './correcting.service';
import type { CorrectionProgress } from './correction-facts';
import {
  askSchema,
  CorrectionLine,
  CorrectionPage,
  CorrectionParam,
  CorrectionProgressDto,
  CorrectionsQuery,
  DecideCorrectionDto,
} from './corrections.dto';
import { CorrectionsService } from './corrections.service';

@ApiTags('corrections')
@Controller()
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly asking: AskingService,
    private readonly correcting: CorrectingService,
  ) {}

  @Post('submissions/:serial/corrections')
  @Act()
  @Allow('draft.write')
  @Uploads(askSchema)
  @ApiOperation({ summary: 'Ask for a correction of what is registered, with reason and document (pdf, jpg, png)' })
  @ApiCreatedResponse({ type: CorrectionProgressDto })
  ask(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { serial }: SerialParam,
    @UploadParts({ field: 64_000 }) parts: Parts,
  ): Promise<CorrectionProgress> {
    return this.asking.ask(me, key, serial, parts);
  }

  @Get('submissions/:serial/corrections')
  @Allow('submission.read')
  @ApiOperation({ summary: 'All corrections of a registration, the oldest first' })
  @ApiOkResponse({ type: [CorrectionLine] })
  of(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<CorrectionLine[]> {
    return this.corrections.of(me, serial);
  }

  @Get('corrections')
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Corrections that wait at one’s desk, the oldest first' })
  @ApiOkResponse({ type: [CorrectionLine] })
  waiting(@Me() me: Caller, @Query() { after }: CorrectionsQuery): Promise<CorrectionLine[]> {
    return this.corrections.waiting(me, after);
  }

  @Get('corrections/:id')
  @Allow('submission.read')
  @ApiOperation({ summary: 'One correction: old and new values, its limit and its timeline' })
  @ApiOkResponse({ type: CorrectionPage })
  page(@Me() me: Caller, @Param() { id }: CorrectionParam): Promise<CorrectionPage> {
    return this.corrections.page(me, id);
  }

  @Get('corrections/:id/document')
  @Allow('submission.read')
  @Download()
  @ApiOperation({ summary: 'The document it rests on, always as a download' })
  document(@Me() me: Caller, @Param() { id }: CorrectionParam): Promise<Downloadable> {
    return this.corrections.document(me, id);
  }

  @Post('corrections/:id/withdraw')
  @HttpCode(200)
  @Act()
  @Allow('draft.write')
  @ApiOperation({ summary: 'Withdraw a correction until it is decided' })
  @ApiOkResponse({ type: CorrectionProgressDto })
  withdraw(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { id }: CorrectionParam,
    @Body() { reason }: DecideCorrectionDto,
  ): Promise<CorrectionProgress> {
    return this.asking.withdraw(me, key, id, reason);
  }

  @Post('corrections/:id/approve')
  @HttpCode(200)
  @Act()
  @StepUp()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Approve a correction: the certificate is issued in a new version' })
  @ApiOkResponse({ type: CorrectionProgressDto })
  approve(@Me() me: Caller, @ActKey() key: string, @Param() { id }: CorrectionParam): Promise<CorrectionProgress> {
    return this.correcting.approve(me, key, id);
  }

  @Post('corrections/:id/refuse')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Refuse a correction, with the reason' })
  @ApiOkResponse({ type: CorrectionProgressDto })
  refuse(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { id }: CorrectionParam,
    @Body() { reason }: DecideCorrectionDto,
  ): Promise<CorrectionProgress> {
    return this.correcting.refuse(me, key, id, reason);
  }
}
