import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me, StepUp } from '@dengke/service-kit';
import { GraphChangedDto, GraphPreviewDto } from './graph-changes.answers';
import { ChangeGraphDto, PreviewChangeDto } from './graph-changes.dto';
import { GraphChangesService } from './graph-changes.service';

@ApiTags('graph-changes')
@Controller('graph-changes')
export class GraphChangesController {
  constructor(private readonly changes: GraphChangesService) {}

  @Post('preview')
  @HttpCode(200)
  @Allow('graph.change')
  @ApiOperation({
    summary: 'What a change of the graphs below one’s own node would do, worked out by the code that does it; changes nothing',
  })
  @ApiOkResponse({ type: GraphPreviewDto })
  preview(@Me() me: Caller, @Body() { change }: PreviewChangeDto): Promise<GraphPreviewDto> {
    return this.changes.preview(me, change);
  }

  @Post()
  @Allow('graph.change')
  @Act()
  @StepUp()
  @ApiOperation({ summary: 'Create, transfer, rename, merge, split, close, revoke or hand over, as previewed, with a reason' })
  @ApiCreatedResponse({ type: GraphChangedDto })
  change(@Me() me: Caller, @ActKey() key: string, @Body() dto: ChangeGraphDto): Promise<GraphChangedDto> {
    return this.changes.change(me, key, dto);
  }
}
