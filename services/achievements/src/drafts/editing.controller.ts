import type { Caller } from '@dengke/contract';
import { Allow, Me } from '@dengke/service-kit';
import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeDraftDto, DraftParam, DraftView, EditDraftDto, FieldChangeLine, MoveDraftDto } from './drafts.dto';
import { DraftsService } from './drafts.service';
import { EditingService } from './editing.service';
import { formClasses } from './registration-form.dto';

@ApiTags('drafts')
@ApiExtraModels(...formClasses)
@Controller('drafts/:id')
export class EditingController {
  constructor(
    private readonly editing: EditingService,
    private readonly drafts: DraftsService,
  ) {}

  @Put()
  @Allow('draft.write')
  @ApiOperation({ summary: 'Store the whole form anew, if nobody changed it since `version`' })
  @ApiOkResponse({ type: DraftView })
  change(@Me() me: Caller, @Param() { id }: DraftParam, @Body() dto: ChangeDraftDto): Promise<DraftView> {
    return this.editing.change(me, id, dto).then(() => this.drafts.view(me, id));
  }

  @Patch()
  @Allow('draft.write')
  @ApiOperation({
    summary: 'Change single fields made on the version `base`; what others changed meanwhile stays, or is a conflict by field',
  })
  @ApiOkResponse({ type: DraftView })
  edit(@Me() me: Caller, @Param() { id }: DraftParam, @Body() dto: EditDraftDto): Promise<DraftView> {
    return this.editing.edit(me, id, dto).then(() => this.drafts.view(me, id));
  }

  @Get('changes')
  @Allow('draft.write')
  @ApiOperation({ summary: 'Who changed which field last, and when' })
  @ApiOkResponse({ type: [FieldChangeLine] })
  changes(@Me() me: Caller, @Param() { id }: DraftParam): Promise<FieldChangeLine[]> {
    return this.editing.changes(me, id);
  }

  @Put('schema')
  @Allow('draft.write')
  @ApiOperation({ summary: 'Move a draft to another edition of the form; what does not fit is kept aside' })
  @ApiOkResponse({ type: DraftView })
  move(@Me() me: Caller, @Param() { id }: DraftParam, @Body() dto: MoveDraftDto): Promise<DraftView> {
    return this.editing.move(me, id, dto).then(() => this.drafts.view(me, id));
  }
}
