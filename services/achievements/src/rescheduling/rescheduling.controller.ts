import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProgressDto, SerialParam } from '../submitting/submitting.dto';
import { WindowParam, WindowView } from '../windows/windows.dto';
import { CloseNowDto, MoveDto, RescheduleDto, ReschedulePreview } from './rescheduling.dto';
import { ReschedulingService } from './rescheduling.service';

@ApiTags('windows')
@Controller()
export class ReschedulingController {
  constructor(private readonly rescheduling: ReschedulingService) {}

  @Post('windows/:id/reschedule/preview')
  @HttpCode(200)
  @Allow('window.manage')
  @ApiOperation({ summary: 'Whose cut-off other dates would move; nothing is stored' })
  @ApiOkResponse({ type: ReschedulePreview })
  preview(@Param() { id }: WindowParam, @Body() dto: RescheduleDto): Promise<ReschedulePreview> {
    return this.rescheduling.preview(id, dto);
  }

  @Post('windows/:id/reschedule')
  @HttpCode(200)
  @Act()
  @Allow('window.manage')
  @ApiOperation({ summary: 'Move the dates of a window that is not cut off, with a reason; they bind everybody at once' })
  @ApiOkResponse({ type: WindowView })
  reschedule(@Me() me: Caller, @ActKey() key: string, @Param() { id }: WindowParam, @Body() dto: RescheduleDto): Promise<WindowView> {
    return this.rescheduling.reschedule(me, key, id, dto);
  }

  @Post('windows/:id/close-now/preview')
  @HttpCode(200)
  @Allow('window.manage')
  @ApiOperation({ summary: 'Whom closing the window now would cut off; nothing is stored' })
  @ApiOkResponse({ type: ReschedulePreview })
  previewClosing(@Param() { id }: WindowParam, @Body() dto: CloseNowDto): Promise<ReschedulePreview> {
    return this.rescheduling.previewClosing(id, dto);
  }

  @Post('windows/:id/close-now')
  @HttpCode(200)
  @Act()
  @Allow('window.manage')
  @ApiOperation({ summary: 'End online intake of an open window at this instant, with a reason' })
  @ApiOkResponse({ type: WindowView })
  closeNow(@Me() me: Caller, @ActKey() key: string, @Param() { id }: WindowParam, @Body() dto: CloseNowDto): Promise<WindowView> {
    return this.rescheduling.closeNow(me, key, id, dto);
  }

  @Post('submissions/:serial/move-window')
  @HttpCode(200)
  @Act()
  @Allow('window.manage')
  @ApiOperation({ summary: 'Move a submission into an open window, or without one into rolling intake, with a reason' })
  @ApiOkResponse({ type: ProgressDto })
  moveWindow(@Me() me: Caller, @ActKey() key: string, @Param() { serial }: SerialParam, @Body() dto: MoveDto): Promise<Progress> {
    return this.rescheduling.moveWindow(me, key, serial, dto);
  }
}
