import type { Caller, Evidence } from '@dengke/contract';
import { Allow, Confirmed, Download, Me, UploadParts, Uploads } from '@dengke/service-kit';
import type { Downloadable, Parts } from '@dengke/service-kit';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DraftParam } from '../drafts/drafts.dto';
import { EvidenceDto, EvidenceParam, UploadedEvidenceDto, uploadSchema } from './evidence.dto';
import { EvidenceService } from './evidence.service';

@ApiTags('drafts')
@Controller('drafts/:id/evidence')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Post()
  @Confirmed()
  @Allow('draft.write')
  @Uploads(uploadSchema)
  @ApiOperation({ summary: 'Add a piece of evidence: pdf, jpg, png, docx or xlsx up to 20 MB, judged by its content' })
  @ApiCreatedResponse({ type: EvidenceDto })
  add(@Me() me: Caller, @Param() { id }: DraftParam, @UploadParts() parts: Parts): Promise<Evidence> {
    return this.evidence.add(me, id, parts);
  }

  @Post('uploaded')
  @Confirmed()
  @Allow('draft.write')
  @ApiOperation({ summary: 'Make a finished upload a piece of evidence, judged as any other' })
  @ApiCreatedResponse({ type: EvidenceDto })
  addUploaded(@Me() me: Caller, @Param() { id }: DraftParam, @Body() dto: UploadedEvidenceDto): Promise<Evidence> {
    return this.evidence.addUploaded(me, id, dto);
  }

  @Delete(':evidenceId')
  @HttpCode(204)
  @Allow('draft.write')
  @ApiOperation({ summary: 'Take a piece of evidence out of the draft' })
  @ApiNoContentResponse()
  remove(@Me() me: Caller, @Param() { id, evidenceId }: EvidenceParam): Promise<void> {
    return this.evidence.remove(me, id, evidenceId);
  }

  @Get(':evidenceId/file')
  @Allow('draft.write')
  @Download()
  @ApiOperation({ summary: 'The file of a piece of evidence, always as a download' })
  file(@Me() me: Caller, @Param() { id, evidenceId }: EvidenceParam): Promise<Downloadable> {
    return this.evidence.openOwn(me, id, evidenceId);
  }
}
