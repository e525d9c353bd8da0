import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Download, Me, StepUp, UploadParts, Uploads } from '@dengke/service-kit';
import type { Downloadable, Parts } from '@dengke/service-kit';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RegisterNumberParam } from '../register/register.dto';
import { correctImportedSchema, ImportedCorrectedDto, ImportedCorrectionDto, ImportedSerialParam } from './imported-corrections.dto';
import { ImportedCorrectionsService } from './imported-corrections.service';

/** What was registered before, corrected (P36). */
@ApiTags('register')
@Controller('register/imported')
export class ImportedCorrectionsController {
  constructor(private readonly corrections: ImportedCorrectionsService) {}

  @Post(':number/corrections')
  @Act()
  @Allow('register.import')
  @StepUp()
  @Uploads(correctImportedSchema)
  @ApiOperation({ summary: 'Correct an imported entry, or mark it as cancelled, with reason and document (pdf, jpg, png)' })
  @ApiCreatedResponse({ type: ImportedCorrectedDto })
  correct(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { number }: RegisterNumberParam,
    @UploadParts({ field: 64_000 }) parts: Parts,
  ): Promise<ImportedCorrectedDto> {
    return this.corrections.correct(me, key, number, parts);
  }

  @Get(':number/corrections')
  @Allow('register.import')
  @ApiOperation({ summary: 'All corrections of an imported entry with old and new values, the oldest first' })
  @ApiOkResponse({ type: [ImportedCorrectionDto] })
  of(@Param() { number }: RegisterNumberParam): Promise<ImportedCorrectionDto[]> {
    return this.corrections.of(number);
  }

  @Get('corrections/:serial/document')
  @Allow('register.import')
  @Download()
  @ApiOperation({ summary: 'The document a correction rests on, always as a download' })
  document(@Param() { serial }: ImportedSerialParam): Promise<Downloadable> {
    return this.corrections.document(serial);
  }
}
