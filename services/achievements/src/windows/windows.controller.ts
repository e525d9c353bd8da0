import type { Caller, WindowAccount } from '@dengke/contract';
import { Act, ActKey, Allow, Confirmed, Download, madeFile, Me, XLSX } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { Body, Controller, Get, Header, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountService } from './account.service';
import { SummarySheetsService } from './summary-sheets.service';
import { AccountQuery, AnnounceDto, SheetLine, SheetParam, WindowAccountDto, WindowLevelDto, WindowParam, WindowView } from './windows.dto';
import { WindowsService } from './windows.service';

@ApiTags('windows')
@Controller('windows')
export class WindowsController {
  constructor(
    private readonly windows: WindowsService,
    private readonly account: AccountService,
    private readonly sheets: SummarySheetsService,
  ) {}

  @Post()
  @Act()
  @Allow('window.manage')
  @ApiOperation({ summary: 'Announce a collection window' })
  @ApiCreatedResponse({ type: WindowView })
  announce(@Me() me: Caller, @ActKey() key: string, @Body() dto: AnnounceDto): Promise<WindowView> {
    return this.windows.announce(me, key, dto);
  }

  @Get()
  @Allow('window.read')
  @ApiOperation({ summary: 'All windows, the newest first' })
  @ApiOkResponse({ type: [WindowView] })
  list(): Promise<WindowView[]> {
    return this.windows.list();
  }

  @Get(':id')
  @Allow('window.read')
  @ApiOperation({ summary: 'One window with its dates' })
  @ApiOkResponse({ type: WindowView })
  view(@Param() { id }: WindowParam): Promise<WindowView> {
    return this.windows.view(id);
  }

  @Get(':id/account')
  @Allow('submission.read')
  @ApiOperation({ summary: 'The account of a window: everything that entered, in exactly one column; residual 0' })
  @ApiOkResponse({ type: WindowAccountDto })
  async accountOf(@Me() me: Caller, @Param() { id }: WindowParam, @Query() { organisation }: AccountQuery): Promise<WindowAccount> {
    return this.account.of(await this.windows.known(id), accountScope(me, organisation));
  }

  @Get(':id/accounts')
  @Allow('window.manage')
  @ApiOperation({ summary: 'The account of a window at every level: as a whole, and of each organisation on the routes of what entered' })
  @ApiOkResponse({ type: [WindowLevelDto] })
  async accounts(@Param() { id }: WindowParam): Promise<WindowLevelDto[]> {
    return this.account.levels(await this.windows.known(id));
  }

  @Get(':id/summary-sheets')
  @Allow('submission.read')
  @ApiOperation({ summary: 'The summary sheets frozen at the cut-off, as far as one may see them' })
  @ApiOkResponse({ type: [SheetLine] })
  sheetsOf(@Me() me: Caller, @Param() { id }: WindowParam): Promise<SheetLine[]> {
    return this.sheets.list(me, id);
  }

  @Get(':id/summary-sheets/:organisationId')
  @Confirmed()
  @Allow('submission.decide')
  @Header('content-type', XLSX)
  @ApiOkResponse({ description: 'The sheet', content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'One summary sheet as xlsx; reading it is recorded' })
  async sheet(@Me() me: Caller, @Param() { id, organisationId }: SheetParam): Promise<StreamableFile> {
    return new StreamableFile(await this.sheets.file(me, id, organisationId, 'xlsx'), {
      disposition: `attachment; filename="${id}-${organisationId}.xlsx"`,
    });
  }

  @Get(':id/summary-sheets/:organisationId/paper')
  @Download()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'The same sheet as a PDF, to be signed, sealed and handed in; reading it is recorded' })
  async paperSheet(@Me() me: Caller, @Param() { id, organisationId }: SheetParam): Promise<Downloadable> {
    return madeFile(await this.sheets.file(me, id, organisationId, 'pdf'), 'application/pdf', `${id}-${organisationId}.pdf`);
  }
}

/** The department may ask for anyone's account, the others for their own. */
function accountScope({ position }: Caller, organisation: string | undefined): string | null {
  return position.organisationKind === 'department' ? (organisation ?? null) : position.organisationId;
}
