import { Controller, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me, StepUp, UploadParts, Uploads } from '@dengke/service-kit';
import type { Parts } from '@dengke/service-kit';
import { ShowsFirstPassword } from '../first-passwords/slip.interceptor';
import { ImportedPeopleDto, ImportedUnitsDto, ImportQueryDto, PeopleImportQueryDto, sheetUpload } from './imports.dto';
import { PeopleImportsService } from './people-imports.service';
import { UnitImportsService } from './unit-imports.service';

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly units: UnitImportsService,
    private readonly people: PeopleImportsService,
  ) {}

  @Post('units')
  @Allow('graph.change')
  @Act()
  @StepUp()
  @Uploads(sheetUpload)
  @ApiOperation({ summary: 'Create the units of a sheet (xlsx) under one’s own node, all or none; with `dryRun` only the report' })
  @ApiCreatedResponse({ type: ImportedUnitsDto })
  importUnits(
    @Me() me: Caller,
    @ActKey() key: string,
    @Query() { dryRun }: ImportQueryDto,
    @UploadParts() parts: Parts,
  ): Promise<ImportedUnitsDto> {
    return this.units.import(me, key, parts, dryRun === 'true');
  }

  @Post('people')
  @Allow('credential.issue')
  @Act()
  @StepUp()
  @Uploads(sheetUpload)
  @ApiOperation({ summary: 'Issue the logins of a sheet (xlsx), all or none; shows the first passwords once' })
  @ShowsFirstPassword(201, ImportedPeopleDto)
  importPeople(
    @Me() me: Caller,
    @ActKey() key: string,
    @Query() query: PeopleImportQueryDto,
    @UploadParts() parts: Parts,
  ): Promise<ImportedPeopleDto> {
    return this.people.import(me, key, parts, query);
  }
}
