import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Download, Me, Timeless, UploadParts, Uploads } from '@dengke/service-kit';
import type { Downloadable, Parts } from '@dengke/service-kit';
import { IssuingService } from './issuing.service';
import { NoticeFilesService } from './notice-files.service';
import { CopyProgressDto, NoticeFileDto, NoticeListDto, NoticePageDto, NoticeProgressDto } from './notices.answers';
import { AnnexParam, AnswerDto, ForwardDto, IssueDto, NoticeParam, NoticesQueryDto } from './notices.dto';
import { NoticesService } from './notices.service';
import { ReceivingService } from './receiving.service';

const uploadSchema = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

/** Letters as they are written, received, passed on and answered. */
@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly issuing: IssuingService,
    private readonly receiving: ReceivingService,
    private readonly files: NoticeFilesService,
  ) {}

  @Get()
  @Allow('notice.read')
  @Timeless()
  @ApiOperation({ summary: 'Notices that one’s organisation received or sent, the newest first' })
  @ApiOkResponse({ type: NoticeListDto })
  list(@Me() me: Caller, @Query() query: NoticesQueryDto): Promise<NoticeListDto> {
    return this.notices.list(me, query);
  }

  @Post()
  @Allow('notice.issue')
  @Act()
  @ApiOperation({ summary: 'Send a notice to those directly below, or a part of them' })
  @ApiCreatedResponse({ type: NoticeProgressDto })
  issue(@Me() me: Caller, @ActKey() key: string, @Body() dto: IssueDto): Promise<NoticeProgressDto> {
    return this.issuing.issue(me, key, dto);
  }

  @Post('files')
  @Allow('notice.answer')
  @Act()
  @Uploads(uploadSchema)
  @ApiOperation({ summary: 'Upload an annex, or the scan with signature and seal, to be named in a notice or an answer' })
  @ApiCreatedResponse({ type: NoticeFileDto })
  upload(@Me() me: Caller, @ActKey() key: string, @UploadParts() parts: Parts): Promise<NoticeFileDto> {
    return this.files.upload(me, key, parts);
  }

  @Get(':id')
  @Allow('notice.read')
  @Timeless()
  @ApiOperation({ summary: 'A notice with its annexes, what it encloses, and how far it has come with one’s own organisation' })
  @ApiOkResponse({ type: NoticePageDto })
  page(@Me() me: Caller, @Param() { id }: NoticeParam): Promise<NoticePageDto> {
    return this.notices.page(me, id);
  }

  @Get(':id/annexes/:fileId')
  @Allow('notice.read')
  @Timeless()
  @Download()
  @ApiOperation({ summary: 'An annex, always as a download' })
  annex(@Me() me: Caller, @Param() { id, fileId }: AnnexParam): Promise<Downloadable> {
    return this.notices.annex(me, id, fileId);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Allow('notice.answer')
  @Act()
  @ApiOperation({ summary: 'Take note of a notice for one’s organisation' })
  @ApiOkResponse({ type: CopyProgressDto })
  read(@Me() me: Caller, @ActKey() key: string, @Param() { id }: NoticeParam): Promise<CopyProgressDto> {
    return this.receiving.read(me, key, id);
  }

  @Post(':id/sign')
  @HttpCode(200)
  @Allow('notice.answer')
  @Act()
  @ApiOperation({ summary: 'Sign for a notice 签收' })
  @ApiOkResponse({ type: CopyProgressDto })
  sign(@Me() me: Caller, @ActKey() key: string, @Param() { id }: NoticeParam): Promise<CopyProgressDto> {
    return this.receiving.sign(me, key, id);
  }

  @Post(':id/forward')
  @Allow('notice.forward')
  @Act()
  @ApiOperation({ summary: 'Send a notice further down, enclosed in a letter of one’s own that loosens nothing' })
  @ApiCreatedResponse({ type: NoticeProgressDto })
  forward(@Me() me: Caller, @ActKey() key: string, @Param() { id }: NoticeParam, @Body() dto: ForwardDto): Promise<NoticeProgressDto> {
    return this.issuing.forward(me, key, id, dto);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Allow('notice.answer')
  @Act()
  @ApiOperation({ summary: 'Answer a notice with the form it asks for' })
  @ApiOkResponse({ type: CopyProgressDto })
  answer(@Me() me: Caller, @ActKey() key: string, @Param() { id }: NoticeParam, @Body() dto: AnswerDto): Promise<CopyProgressDto> {
    return this.receiving.answer(me, key, id, dto);
  }
}
