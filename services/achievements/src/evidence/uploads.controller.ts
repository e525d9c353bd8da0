import type { Caller } from '@dengke/contract';
import { Allow, BeginsUpload, Confirmed, Me, Resumable, TakesChunk, UploadChunk, UploadLength } from '@dengke/service-kit';
import type { Chunk, UploadProgress } from '@dengke/service-kit';
import { Controller, Delete, Head, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DraftParam } from '../drafts/drafts.dto';
import { UploadParam } from './evidence.dto';
import { UploadsService } from './uploads.service';

/** Uploads that survive a broken line or a killed service: tus 1.0, answered in headers. A finished one becomes evidence by an act of its own. */
@ApiTags('drafts')
@Controller('drafts/:id/uploads')
export class UploadsController {
  constructor(private readonly uploads: UploadsService) {}

  @Post()
  @Confirmed()
  @Allow('draft.write')
  @BeginsUpload()
  @ApiOperation({ summary: 'Begin an upload in pieces; `Location` says where they go' })
  @ApiCreatedResponse({ description: 'Begun: `Location`, `Upload-Offset`, `Upload-Expires`' })
  begin(@Me() me: Caller, @Param() { id }: DraftParam, @UploadLength() bytes: number): Promise<UploadProgress> {
    return this.uploads.begin(me, id, bytes);
  }

  @Head(':uploadId')
  @HttpCode(204)
  @Allow('draft.write')
  @Resumable()
  @ApiOperation({ summary: 'Where an upload stands: `Upload-Offset`' })
  @ApiNoContentResponse({ description: '`Upload-Offset`, `Upload-Length`, `Upload-Expires`' })
  progress(@Me() me: Caller, @Param() { id, uploadId }: UploadParam): Promise<UploadProgress> {
    return this.uploads.progress(me, id, uploadId);
  }

  @Patch(':uploadId')
  @HttpCode(204)
  @Confirmed()
  @Allow('draft.write')
  @TakesChunk()
  @ApiOperation({ summary: 'The next piece; what breaks off stays, and 409 says where to go on' })
  @ApiNoContentResponse({ description: 'Taken: `Upload-Offset`' })
  append(@Me() me: Caller, @Param() { id, uploadId }: UploadParam, @UploadChunk() chunk: Chunk): Promise<UploadProgress> {
    return this.uploads.append(me, id, uploadId, chunk);
  }

  @Delete(':uploadId')
  @HttpCode(204)
  @Allow('draft.write')
  @Resumable()
  @ApiOperation({ summary: 'Give an upload up' })
  @ApiNoContentResponse()
  giveUp(@Me() me: Caller, @Param() { id, uploadId }: UploadParam): Promise<void> {
    return this.uploads.giveUp(me, id, uploadId);
  }
}
