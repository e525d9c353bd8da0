import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HandOverDto, HandedOver } from './hand-overs.dto';
import { HandOversService } from './hand-overs.service';

@ApiTags('hand-overs')
@Controller('hand-overs')
export class HandOversController {
  constructor(private readonly handOvers: HandOversService) {}

  @Post()
  @HttpCode(200)
  @Act()
  @Allow('draft.handOver')
  @ApiOperation({ summary: 'Hand the drafts and open submissions of one who has left to a colleague of one’s own unit, with a reason' })
  @ApiOkResponse({ type: HandedOver })
  handOver(@Me() me: Caller, @ActKey() key: string, @Body() dto: HandOverDto): Promise<HandedOver> {
    return this.handOvers.handOver(me, key, dto);
  }
}
