import { Internal, Timeless } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WindowParam } from '../windows/windows.dto';
import { SuppositionDto, WhatIfAnswer } from './what-if.dto';
import { WhatIfService } from './what-if.service';

@ApiTags('internal')
@Controller('internal/windows/:id/what-if')
@Internal()
@Timeless()
export class HouseWhatIfController {
  constructor(private readonly whatIf: WhatIfService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'The same for whoever operates the house: `npm run ops -- what-if`' })
  @ApiOkResponse({ type: WhatIfAnswer })
  ask(@Param() { id }: WindowParam, @Body() dto: SuppositionDto): Promise<WhatIfAnswer> {
    return this.whatIf.ask(id, dto);
  }
}
