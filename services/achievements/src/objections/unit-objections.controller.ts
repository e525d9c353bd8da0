import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SerialParam } from '../submitting/submitting.dto';
import { SubmissionObjectionParam, UnitObjectionDto, WordsDto } from './objections.dto';
import { ObjectionsService } from './objections.service';

/** Accepted objections as the submission's own side sees them. */
@ApiTags('objections')
@Controller('submissions/:serial/objections')
export class UnitObjectionsController {
  constructor(private readonly objections: ObjectionsService) {}

  @Get()
  @Allow('submission.read')
  @ApiOperation({ summary: 'Objections that were accepted: what they say, never who says it' })
  @ApiOkResponse({ type: [UnitObjectionDto] })
  list(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<UnitObjectionDto[]> {
    return this.objections.ofSubmission(me, serial);
  }

  @Post(':receipt/answer')
  @HttpCode(200)
  @Act()
  @Allow('draft.write')
  @ApiOperation({ summary: 'The unit’s answer to an accepted objection' })
  @ApiOkResponse({ type: [UnitObjectionDto] })
  answer(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { serial, receipt }: SubmissionObjectionParam,
    @Body() { words }: WordsDto,
  ): Promise<UnitObjectionDto[]> {
    return this.objections.answer(me, key, { serial, receipt, words });
  }
}
