import type { Caller } from '@dengke/contract';
import { Allow, Me } from '@dengke/service-kit';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KnownCompleter, KnownQuery, KnownUnit } from './known.dto';
import { KnownService } from './known.service';

@ApiTags('drafts')
@Controller('drafts/known')
export class KnownController {
  constructor(private readonly known: KnownService) {}

  @Get('units')
  @Allow('draft.write')
  @ApiOperation({ summary: 'Units that one’s own unit has named before, and itself, to be offered for the form' })
  @ApiOkResponse({ type: [KnownUnit] })
  units(@Me() me: Caller, @Query() { q }: KnownQuery): Promise<KnownUnit[]> {
    return this.known.units(me, q);
  }

  @Get('completers')
  @Allow('draft.write')
  @ApiOperation({ summary: 'People that one’s own unit has named before, and its own people, to be offered for the form' })
  @ApiOkResponse({ type: [KnownCompleter] })
  completers(@Me() me: Caller, @Query() { q }: KnownQuery): Promise<KnownCompleter[]> {
    return this.known.completers(me, q);
  }
}
