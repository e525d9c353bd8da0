import type { Caller } from '@dengke/contract';
import { Allow, Me } from '@dengke/service-kit';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecidedPage, DecidedQuery } from './decided.dto';
import { DecidedService } from './decided.service';

@ApiTags('review')
@Controller('submissions/decided')
export class DecidedController {
  constructor(private readonly decided: DecidedService) {}

  @Get()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'What one’s desk has decided and did not take back, the newest first, with where it stands now' })
  @ApiOkResponse({ type: DecidedPage })
  page(@Me() me: Caller, @Query() query: DecidedQuery): Promise<DecidedPage> {
    return this.decided.page(me, query);
  }
}
