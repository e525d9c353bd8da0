import type { Caller } from '@dengke/contract';
import { Allow, Confirmed, Me } from '@dengke/service-kit';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SerialParam } from '../submitting/submitting.dto';
import { CheckList } from './check-list.dto';
import { CheckListService } from './check-list.service';

@ApiTags('review')
@Controller('submissions/:serial/check-list')
export class CheckListController {
  constructor(private readonly checkList: CheckListService) {}

  @Get()
  @Allow('submission.read')
  @Confirmed()
  @ApiOperation({ summary: 'What the desk answers item by item, with what earlier desks and rounds answered' })
  @ApiOkResponse({ type: CheckList })
  of(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<CheckList> {
    return this.checkList.of(me, serial);
  }
}
