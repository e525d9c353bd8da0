import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WindowParam, WindowView } from '../windows/windows.dto';
import { ExtendWindowDto, ExtensionPreview } from './extending.dto';
import { ExtendingService } from './extending.service';

@ApiTags('windows')
@Controller('windows/:id/extend')
export class ExtendingController {
  constructor(private readonly extending: ExtendingService) {}

  @Post('preview')
  @HttpCode(200)
  @Allow('window.manage')
  @ApiOperation({ summary: 'Whom another day for a cut-off on which the system was down would concern, by name; nothing is stored' })
  @ApiOkResponse({ type: ExtensionPreview })
  preview(@Param() { id }: WindowParam, @Body() dto: ExtendWindowDto): Promise<ExtensionPreview> {
    return this.extending.preview(id, dto);
  }

  @Post()
  @HttpCode(200)
  @Act()
  @Allow('window.manage')
  @ApiOperation({
    summary: 'Extend a window for everybody past a cut-off on which the system was down, also when that has passed, with a reason',
  })
  @ApiOkResponse({ type: WindowView })
  extend(@Me() me: Caller, @ActKey() key: string, @Param() { id }: WindowParam, @Body() dto: ExtendWindowDto): Promise<WindowView> {
    return this.extending.extend(me, key, id, dto);
  }
}
