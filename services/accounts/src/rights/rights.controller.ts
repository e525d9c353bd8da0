import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me, StepUp, Timeless } from '@dengke/service-kit';
import { PositionRightsDto, SetRightsDto } from './rights.dto';
import { RightsService } from './rights.service';

@ApiTags('rights')
@Controller('positions/:id/rights')
export class RightsController {
  constructor(private readonly rights: RightsService) {}

  @Get()
  @Allow('rights.set')
  @Timeless()
  @ApiOperation({ summary: 'What a manager’s position may do, and what of it can be set' })
  @ApiOkResponse({ type: PositionRightsDto })
  of(@Me() me: Caller, @Param('id') id: string): Promise<PositionRightsDto> {
    return this.rights.of(me, id);
  }

  @Put()
  @Allow('rights.set')
  @Act()
  @StepUp()
  @ApiOperation({ summary: 'Set what a manager may do, with the reason; at once for acts, within 30 seconds for what is only read' })
  @ApiOkResponse({ type: PositionRightsDto })
  set(@Me() me: Caller, @ActKey() key: string, @Param('id') id: string, @Body() dto: SetRightsDto): Promise<PositionRightsDto> {
    return this.rights.set(me, key, id, dto);
  }
}
