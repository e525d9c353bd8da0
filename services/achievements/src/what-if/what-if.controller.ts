import { Allow } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WindowParam } from '../windows/windows.dto';
import { SuppositionDto, WhatIfAnswer } from './what-if.dto';
import { WhatIfService } from './what-if.service';

@ApiTags('windows')
@Controller('windows/:id/what-if')
export class WhatIfController {
  constructor(private readonly whatIf: WhatIfService) {}

  @Post()
  @HttpCode(200)
  @Allow('window.manage')
  @ApiOperation({
    summary: 'How a running window would come out with another cut-off, more days off or a desk away, and what moves; nothing is stored',
  })
  @ApiOkResponse({ type: WhatIfAnswer })
  ask(@Param() { id }: WindowParam, @Body() dto: SuppositionDto): Promise<WhatIfAnswer> {
    return this.whatIf.ask(id, dto);
  }
}
