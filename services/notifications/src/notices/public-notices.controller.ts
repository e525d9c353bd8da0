import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Download, Public, Timeless } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { PublicNoticeDto, PublicNoticeListDto } from './notices.answers';
import { AnnexParam, NoticeParam, PageQueryDto } from './notices.dto';
import { PublicNoticesService } from './public-notices.service';

/** Notices that everybody may read (S42, S81). */
@ApiTags('public')
@Controller('notices/public')
@Public()
@Timeless()
export class PublicNoticesController {
  constructor(private readonly notices: PublicNoticesService) {}

  @Get()
  @ApiOperation({ summary: 'Public notices, the newest first' })
  @ApiOkResponse({ type: PublicNoticeListDto })
  list(@Query() { cursor, limit }: PageQueryDto): Promise<PublicNoticeListDto> {
    return this.notices.list(cursor, limit);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A public notice with its annexes' })
  @ApiOkResponse({ type: PublicNoticeDto })
  page(@Param() { id }: NoticeParam): Promise<PublicNoticeDto> {
    return this.notices.page(id);
  }

  @Get(':id/annexes/:fileId')
  @Download()
  @ApiOperation({ summary: 'An annex of a public notice, always as a download' })
  annex(@Param() { id, fileId }: AnnexParam): Promise<Downloadable> {
    return this.notices.annex(id, fileId);
  }
}
