import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RerouteDto, Rerouted } from './rerouting.dto';
import { ReroutingService } from './rerouting.service';

@ApiTags('rerouting')
@Controller('submissions/reroute')
export class ReroutingController {
  constructor(private readonly rerouting: ReroutingService) {}

  @Post()
  @HttpCode(200)
  @Act()
  @Allow('graph.change')
  @ApiOperation({ summary: 'Send open submissions of a unit along the route it has now, with a reason; without this they keep theirs' })
  @ApiOkResponse({ type: Rerouted })
  reroute(@Me() me: Caller, @ActKey() key: string, @Body() dto: RerouteDto): Promise<Rerouted> {
    return this.rerouting.reroute(me, key, dto);
  }
}
