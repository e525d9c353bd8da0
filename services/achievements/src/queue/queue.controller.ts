import type { Caller } from '@dengke/contract';
import { Allow, Me } from '@dengke/service-kit';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { QueueCounts, QueueFilter, QueuePage, QueueQuery } from './queue.dto';
import { QueueService } from './queue.service';

@ApiTags('review')
@Controller('submissions/queue')
export class QueueController {
  constructor(private readonly queue: QueueService) {}

  @Get()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'What waits at one’s desk, by the day it is due' })
  @ApiOkResponse({ type: QueuePage })
  page(@Me() me: Caller, @Query() query: QueueQuery): Promise<QueuePage> {
    return this.queue.page(me, query);
  }

  @Get('counts')
  @Allow('submission.decide')
  @ApiOperation({ summary: 'How many wait at one’s desk, how many of them are late, due soon, one’s own …' })
  @ApiOkResponse({ type: QueueCounts })
  counts(@Me() me: Caller, @Query() filter: QueueFilter): Promise<QueueCounts> {
    return this.queue.counts(me, filter);
  }
}
