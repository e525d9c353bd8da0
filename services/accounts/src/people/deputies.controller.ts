import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me, StepUp } from '@dengke/service-kit';
import { DeputiesService } from './deputies.service';
import { DeputyDto, GrantDeputyDto } from './people.dto';

@ApiTags('people')
@Controller('deputies')
export class DeputiesController {
  constructor(private readonly deputies: DeputiesService) {}

  @Post()
  @Allow('position.grant')
  @Act()
  @StepUp()
  @ApiOperation({ summary: 'Let somebody stand in for a manager of one’s own node until the end of a day, with a reason' })
  @ApiCreatedResponse({ type: DeputyDto })
  grant(@Me() me: Caller, @ActKey() key: string, @Body() dto: GrantDeputyDto): Promise<DeputyDto> {
    return this.deputies.grant(me, key, dto);
  }

  @Post(':positionId/end')
  @HttpCode(204)
  @Allow('position.grant')
  @Act()
  @ApiOperation({ summary: 'End a deputyship before its day' })
  @ApiNoContentResponse()
  end(@Me() me: Caller, @ActKey() key: string, @Param('positionId') positionId: string): Promise<void> {
    return this.deputies.end(me, key, positionId);
  }
}
