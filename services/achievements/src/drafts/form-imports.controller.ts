import type { Caller } from '@dengke/contract';
import { ActKey, Allow, attachmentNamed, Confirmed, MayBeKeyed, Me, UploadParts, Uploads, XLSX } from '@dengke/service-kit';
import type { Parts } from '@dengke/service-kit';
import { Controller, Get, Header, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FormImportQuery, formUpload, ImportedDraft, TemplateQuery } from './form-imports.dto';
import { FormImportsService } from './form-imports.service';

@ApiTags('drafts')
@Controller('drafts/import')
export class FormImportsController {
  constructor(private readonly imports: FormImportsService) {}

  @Get('template')
  @Allow('draft.write')
  @Confirmed()
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ description: 'The workbook', content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'The empty form of a schema as a workbook (xlsx), to be filled in and imported' })
  async template(@Query() { schema }: TemplateQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.imports.template(schema), { type: XLSX, disposition: attachmentNamed(`${schema}.xlsx`) });
  }

  @Post()
  @Allow('draft.write')
  @MayBeKeyed()
  @Uploads(formUpload)
  @ApiOperation({
    summary: 'Begin a draft from a filled workbook, whole or not at all, with a report by cell; with `dryRun` only the report',
  })
  @ApiCreatedResponse({ type: ImportedDraft })
  import(
    @Me() me: Caller,
    @ActKey() key: string | undefined,
    @Query() { dryRun }: FormImportQuery,
    @UploadParts() parts: Parts,
  ): Promise<ImportedDraft> {
    return this.imports.import(me, parts, dryRun === 'true', key);
  }
}
