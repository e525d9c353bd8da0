import type { Caller } from '@dengke/contract';
import { Allow, Me } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OpenWork, OpenWorkQuery } from './open-work.dto';
import { OpenWorkService } from './open-work.service';

@ApiTags('submissions')
@Controller('submissions/open')
export class OpenWorkController {
  constructor(private readonly work: OpenWorkService) {}

  @Post()
  @HttpCode(200)
  @Allow('graph.change')
  @ApiOperation({ summary: 'What is under way at organisations of one’s part of the graphs, before a change of theirs; changes nothing' })
  @ApiOkResponse({ type: OpenWork })
  of(@Me() me: Caller, @Body() { organisationIds }: OpenWorkQuery): Promise<OpenWork> {
    return this.work.of(me, organisationIds);
  }
}
