import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me, StepUp, UploadParts, Uploads } from '@dengke/service-kit';
import type { Parts } from '@dengke/service-kit';
import { Controller, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RegisterImportDto, RegisterImportQuery, registerUpload } from './register-imports.dto';
import { RegisterImportsService } from './register-imports.service';

@ApiTags('register')
@Controller('register/imports')
export class RegisterImportsController {
  constructor(private readonly imports: RegisterImportsService) {}

  @Post()
  @Act()
  @Allow('register.import')
  @StepUp()
  @Uploads(registerUpload)
  @ApiOperation({
    summary: 'Take what was registered before into the register, from xlsx or JSON, all or none; with `dryRun` only the report',
  })
  @ApiCreatedResponse({ type: RegisterImportDto })
  import(
    @Me() me: Caller,
    @ActKey() key: string,
    @Query() { dryRun }: RegisterImportQuery,
    @UploadParts() parts: Parts,
  ): Promise<RegisterImportDto> {
    return this.imports.import(me, key, parts, dryRun === 'true');
  }
}
