import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Download, Me } from '@dengke/service-kit';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BundleLine, BundleList, BundlePage, BundleParam, BundlesQuery } from './report-ups.dto';
import { ReportUpsService } from './report-ups.service';

@ApiTags('report-up')
@Controller('report-ups')
export class ReportUpsController {
  constructor(private readonly reports: ReportUpsService) {}

  @Get()
  @Allow('report.manage')
  @ApiOperation({ summary: 'What is reported up to the ministry’s registry, bundle by bundle, the newest first' })
  @ApiOkResponse({ type: BundleList })
  list(@Query() query: BundlesQuery): Promise<BundleList> {
    return this.reports.list(query);
  }

  @Get(':id')
  @Allow('report.manage')
  @ApiOperation({ summary: 'One bundle with its items: waiting, acknowledged, or returned with the reason' })
  @ApiOkResponse({ type: BundlePage })
  page(@Param() { id }: BundleParam): Promise<BundlePage> {
    return this.reports.page(id);
  }

  @Get(':id/file')
  @Allow('report.manage')
  @Download()
  @ApiOperation({ summary: 'The sealed bundle as it is sent; taking it is recorded' })
  file(@Me() me: Caller, @Param() { id }: BundleParam): Promise<StreamableFile> {
    return this.reports.file(me, id);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Act()
  @Allow('report.manage')
  @ApiOperation({ summary: 'Send, or ask the registry, at once instead of at the next try' })
  @ApiOkResponse({ type: BundleLine })
  retry(@Me() me: Caller, @ActKey() key: string, @Param() { id }: BundleParam): Promise<BundleLine> {
    return this.reports.retry(me, key, id);
  }
}
