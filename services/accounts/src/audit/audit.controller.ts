import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Allow, Me, Timeless } from '@dengke/service-kit';
import { AuditDto, AuditQueryDto } from './audit.dto';
import { AuditService } from './audit.service';

@ApiTags('audit')
@Controller('audit')
@Timeless()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Allow('audit.read')
  @ApiOperation({ summary: 'All that was done to a subject of the accounts’ ledger, and whether its chain is whole' })
  @ApiOkResponse({ type: AuditDto })
  of(@Me() me: Caller, @Query() query: AuditQueryDto): Promise<AuditDto> {
    return this.audit.of(me, query);
  }
}
