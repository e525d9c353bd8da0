import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { CustodyDto } from './custody.dto';
import { CustodyService } from './custody.service';

@ApiTags('credentials')
@Controller('people/:id/credential')
export class CustodyController {
  constructor(private readonly custody: CustodyService) {}

  @Post('disable')
  @Allow('credential.secure')
  @Act()
  @HttpCode(204)
  @ApiOperation({ summary: 'Disable somebody’s login, with the reason; ends the sessions at once' })
  @ApiNoContentResponse()
  disable(@Me() me: Caller, @ActKey() key: string, @Param('id') id: string, @Body() dto: CustodyDto): Promise<void> {
    return this.custody.disable(me, key, id, dto);
  }

  @Post('enable')
  @Allow('credential.secure')
  @Act()
  @HttpCode(204)
  @ApiOperation({ summary: 'Enable a disabled login again, with the reason' })
  @ApiNoContentResponse()
  enable(@Me() me: Caller, @ActKey() key: string, @Param('id') id: string, @Body() dto: CustodyDto): Promise<void> {
    return this.custody.enable(me, key, id, dto);
  }

  @Post('unlock')
  @Allow('credential.secure')
  @Act()
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget the failures that have locked a login, with the reason' })
  @ApiNoContentResponse()
  unlock(@Me() me: Caller, @ActKey() key: string, @Param('id') id: string, @Body() dto: CustodyDto): Promise<void> {
    return this.custody.unlock(me, key, id, dto);
  }
}
