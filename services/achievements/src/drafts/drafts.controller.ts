import type { Caller } from '@dengke/contract';
import { ActKey, Allow, Download, MayBeKeyed, Me } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DraftLikenesses } from '../likenesses/likenesses.dto';
import { CreateDraftDto, DraftPage, DraftParam, DraftsQuery, DraftView, Gaps, GapsQuery } from './drafts.dto';
import { DraftsService } from './drafts.service';
import { GapsService } from './gaps.service';
import { PreviewService } from './preview.service';
import { FormImportsService } from './form-imports.service';
import { formClasses } from './registration-form.dto';

@ApiTags('drafts')
@ApiExtraModels(...formClasses)
@Controller('drafts')
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly gapsOfDrafts: GapsService,
    private readonly previews: PreviewService,
    private readonly workbooks: FormImportsService,
  ) {}

  @Post()
  @Allow('draft.write')
  @MayBeKeyed()
  @ApiOperation({ summary: 'Begin a registration form; secrecy is declared first, and nothing classified is stored' })
  @ApiCreatedResponse({ type: DraftView })
  create(@Me() me: Caller, @ActKey() key: string | undefined, @Body() dto: CreateDraftDto): Promise<DraftView> {
    return this.drafts.create(me, dto, key);
  }

  @Get()
  @Allow('draft.write')
  @ApiOperation({ summary: 'The drafts of one’s own unit, newest first' })
  @ApiOkResponse({ type: DraftPage })
  list(@Me() me: Caller, @Query() query: DraftsQuery): Promise<DraftPage> {
    return this.drafts.list(me, query);
  }

  @Get(':id')
  @Allow('draft.write')
  @ApiOperation({ summary: 'One draft with its evidence' })
  @ApiOkResponse({ type: DraftView })
  view(@Me() me: Caller, @Param() { id }: DraftParam): Promise<DraftView> {
    return this.drafts.view(me, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('draft.write')
  @ApiOperation({ summary: 'Throw away a draft that was never submitted' })
  @ApiNoContentResponse()
  remove(@Me() me: Caller, @Param() { id }: DraftParam): Promise<void> {
    return this.drafts.remove(me, id);
  }

  @Get(':id/gaps')
  @Allow('draft.write')
  @ApiOperation({ summary: 'What submit would refuse and what looks doubtful, each with its rule, and the intake it would enter' })
  @ApiOkResponse({ type: Gaps })
  gaps(@Me() me: Caller, @Param() { id }: DraftParam, @Query() { door }: GapsQuery): Promise<Gaps> {
    return this.gapsOfDrafts.gaps(me, id, door);
  }

  @Get(':id/preview')
  @Allow('draft.write')
  @Download()
  @ApiOperation({ summary: 'How it would look on paper, as a PDF: marked as a preview on each page, without code, and nothing to hand in' })
  preview(@Me() me: Caller, @Param() { id }: DraftParam): Promise<Downloadable> {
    return this.previews.form(me, id);
  }

  @Get(':id/workbook')
  @Allow('draft.write')
  @Download()
  @ApiOperation({
    summary: 'The form as far as it is filled in, as the workbook that can be imported again (xlsx); ids of people are not in it',
  })
  workbook(@Me() me: Caller, @Param() { id }: DraftParam): Promise<Downloadable> {
    return this.workbooks.filled(me, id);
  }

  @Get(':id/likenesses')
  @Allow('draft.write')
  @ApiOperation({ summary: 'What it is like among one’s own unit’s submissions and registered achievements, by name and by number' })
  @ApiOkResponse({ type: DraftLikenesses })
  likenesses(@Me() me: Caller, @Param() { id }: DraftParam): Promise<DraftLikenesses> {
    return this.gapsOfDrafts.likenesses(me, id);
  }
}
