import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProgressDto, SerialParam } from '../submitting/submitting.dto';
import { ExtendDto } from './extensions.dto';
import { ExtensionsService } from './extensions.service';

@ApiTags('deadlines')
@Controller('submissions/:serial')
export class ExtensionsController {
  constructor(private readonly extensions: ExtensionsService) {}

  @Post('extend')
  @HttpCode(200)
  @Act()
  @Allow('deadline.extend')
  @ApiOperation({ summary: 'Give whoever is waited for more days, with a reason; who was late is late no more' })
  @ApiOkResponse({ type: ProgressDto })
  extend(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: ExtendDto): Promise<Progress> {
    return this.extensions.extend(me, key, serial, dto);
  }
}
