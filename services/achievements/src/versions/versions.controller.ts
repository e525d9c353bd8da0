import type { Caller } from '@dengke/contract';
import { Allow, Confirmed, Download, Me } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SerialParam } from '../submitting/submitting.dto';
import { Changes, ChangesQuery, MendingLine, VersionLine, VersionPage, VersionParam } from './versions.dto';
import { MendingService } from './mending.service';
import { PrintingService } from './printing.service';
import { VersionsService } from './versions.service';

/** What was submitted round by round, and what changed in between (P27). */
@ApiTags('submissions')
@Controller('submissions/:serial')
export class VersionsController {
  constructor(
    private readonly versions: VersionsService,
    private readonly mending: MendingService,
    private readonly printing: PrintingService,
  ) {}

  @Get('versions')
  @Allow('submission.read')
  @Confirmed()
  @ApiOperation({ summary: 'The locked versions, one a round' })
  @ApiOkResponse({ type: [VersionLine] })
  list(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<VersionLine[]> {
    return this.versions.list(me, serial);
  }

  @Get('versions/:round')
  @Allow('submission.read')
  @Confirmed()
  @ApiOperation({ summary: 'Form and evidence as they were submitted in one round' })
  @ApiOkResponse({ type: VersionPage })
  version(@Me() me: Caller, @Param() { serial, round }: VersionParam): Promise<VersionPage> {
    return this.versions.page(me, serial, round);
  }

  @Get('versions/:round/form')
  @Allow('submission.read')
  @Download()
  @ApiOperation({ summary: 'The paper form as a PDF, printed from this version: bears its digest, and places for signatures and seals' })
  form(@Me() me: Caller, @Param() { serial, round }: VersionParam): Promise<Downloadable> {
    return this.printing.form(me, serial, round);
  }

  @Get('versions/:round/workbook')
  @Allow('submission.read')
  @Download()
  @ApiOperation({ summary: 'The form of this version as a workbook (xlsx), from which a draft can be begun; it is not what is handed in' })
  workbook(@Me() me: Caller, @Param() { serial, round }: VersionParam): Promise<Downloadable> {
    return this.printing.workbook(me, serial, round);
  }

  @Get('changes')
  @Allow('submission.read')
  @Confirmed()
  @ApiOperation({ summary: 'What changed from one round to another, field by field and file by file' })
  @ApiOkResponse({ type: Changes })
  changes(@Me() me: Caller, @Param() { serial }: SerialParam, @Query() query: ChangesQuery): Promise<Changes> {
    return this.versions.changes(me, serial, query);
  }

  @Get('mending')
  @Allow('submission.read')
  @Confirmed()
  @ApiOperation({ summary: 'Each thing that a return named, with the answer to it and what changed there' })
  @ApiOkResponse({ type: [MendingLine] })
  mended(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<MendingLine[]> {
    return this.mending.of(me, serial);
  }
}
