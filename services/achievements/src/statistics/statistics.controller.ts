import type { Caller } from '@dengke/contract';
import { Allow, attachmentNamed, Me, XLSX } from '@dengke/service-kit';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PassageService } from './passage.service';
import { PassageDto, StatisticsDto, StatisticsQuery } from './statistics.dto';
import { StatisticsService } from './statistics.service';
import { statisticsFile } from './statistics-file';

@ApiTags('statistics')
@Controller('statistics')
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly passage: PassageService,
  ) {}

  @Get()
  @Allow('submission.read')
  @ApiOperation({
    summary: 'How many achievements are registered within one’s part of the graphs, by the cuts that are published, by window and year',
  })
  @ApiOkResponse({ type: StatisticsDto })
  of(@Me() me: Caller, @Query() query: StatisticsQuery): Promise<StatisticsDto> {
    return this.statistics.of(me, query);
  }

  @Get('passage')
  @Allow('submission.read')
  @ApiOperation({
    summary: 'How submissions go along their routes: how many reach and pass each stage, how many days each takes, by month',
  })
  @ApiOkResponse({ type: PassageDto })
  passageOf(@Me() me: Caller, @Query() query: StatisticsQuery): Promise<PassageDto> {
    return this.passage.of(me, query);
  }

  @Get('file')
  @Allow('submission.read')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ summary: 'The same as xlsx, with a sheet of what each figure means' })
  @ApiOkResponse({ description: 'The sheets', content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async file(@Me() me: Caller, @Query() query: StatisticsQuery): Promise<StreamableFile> {
    const content = await statisticsFile(await this.statistics.of(me, query), await this.passage.of(me, query), query);
    return new StreamableFile(content, { type: XLSX, disposition: attachmentNamed('统计表.xlsx') });
  }
}
