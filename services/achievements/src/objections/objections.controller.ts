import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Confirmed, Download, Me } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ObjectionFileParam,
  ObjectionListDto,
  ObjectionPageDto,
  ObjectionsQuery,
  ReceiptParam,
  RevealDto,
  SenderDto,
  WordsDto,
} from './objections.dto';
import { ObjectionsService } from './objections.service';

/** Objections as the registrar reads and handles them. */
@ApiTags('objections')
@Controller('objections')
export class ObjectionsController {
  constructor(private readonly objections: ObjectionsService) {}

  @Get()
  @Allow('objection.decide')
  @ApiOperation({ summary: 'Objections to what one’s own department registers, the oldest first' })
  @ApiOkResponse({ type: ObjectionListDto })
  list(@Me() me: Caller, @Query() query: ObjectionsQuery): Promise<ObjectionListDto> {
    return this.objections.list(me, query);
  }

  @Get(':receipt')
  @Confirmed()
  @Allow('objection.decide')
  @ApiOperation({ summary: 'One objection: its grounds, files, and how it was handled; who sent it masked' })
  @ApiOkResponse({ type: ObjectionPageDto })
  page(@Me() me: Caller, @Param() { receipt }: ReceiptParam): Promise<ObjectionPageDto> {
    return this.objections.page(me, receipt);
  }

  @Get(':receipt/files/:part')
  @Allow('objection.decide')
  @Download()
  @ApiOperation({ summary: 'A file of an objection, always as a download' })
  file(@Me() me: Caller, @Param() { receipt, part }: ObjectionFileParam): Promise<Downloadable> {
    return this.objections.file(me, receipt, part);
  }

  @Post(':receipt/sender')
  @HttpCode(200)
  @Act()
  @Allow('objection.decide')
  @ApiOperation({ summary: 'Who sent it, whole, for a reason that is recorded' })
  @ApiOkResponse({ type: SenderDto })
  reveal(@Me() me: Caller, @ActKey() key: string, @Param() { receipt }: ReceiptParam, @Body() { reason }: RevealDto): Promise<SenderDto> {
    return this.objections.reveal(me, key, receipt, reason);
  }

  @Post(':receipt/notes')
  @HttpCode(200)
  @Act()
  @Allow('objection.decide')
  @ApiOperation({ summary: 'Note what was found out, heard or asked' })
  @ApiOkResponse({ type: ObjectionPageDto })
  note(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { receipt }: ReceiptParam,
    @Body() { words }: WordsDto,
  ): Promise<ObjectionPageDto> {
    return this.objections.note(me, key, receipt, words);
  }
}
